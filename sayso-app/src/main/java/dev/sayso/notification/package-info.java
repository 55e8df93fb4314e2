/**
 * What a person is told, once, where they want it: the inbox, channels and deliveries. Other
 * modules enqueue a {@link dev.sayso.notification.Notice} in their own unit and offer what its
 * buttons do as a {@link dev.sayso.notification.NoticeAct}; nothing is sent from within a unit.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"event", "json", "ledger", "account", "platform"})
package dev.sayso.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

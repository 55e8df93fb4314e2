/** The event log: what was said, for ever, in the order in which it was committed. */
@NullMarked
@ApplicationModule(allowedDependencies = {"event", "json", "account", "platform"})
package dev.sayso.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

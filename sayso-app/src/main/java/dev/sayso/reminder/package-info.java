/**
 * Tells in time, and once, what is to come: planned from the log, raised at the account's hour,
 * done and put off from wherever it is read.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "event",
            "ledger",
            "notification",
            "help",
            "subscription",
            "account",
            "platform"
        })
package dev.sayso.reminder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** A message came in: it is understood, recorded, asked about, corrected or taken back. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "event",
            "language",
            "catalogue",
            "json",
            "ledger",
            "subscription",
            "reminder",
            "insight",
            "help",
            "account",
            "platform"
        })
package dev.sayso.capture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

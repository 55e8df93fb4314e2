/** What one spends: answers to questions, from what one has and what was paid. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "event",
            "language",
            "catalogue",
            "ledger",
            "subscription",
            "help",
            "account",
            "platform"
        })
package dev.sayso.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

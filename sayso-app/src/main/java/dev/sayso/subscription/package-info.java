/**
 * What one has: the list, folded from the log, and the rules by which something said fits what is
 * there.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "event",
            "json",
            "language",
            "ledger",
            "help",
            "account",
            "platform"
        })
package dev.sayso.subscription;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

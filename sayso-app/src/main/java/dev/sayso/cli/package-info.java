/** The command line: what `./sayso` does besides `serve`. It starts no Spring. */
@ApplicationModule(
        allowedDependencies = {
            "event",
            "language",
            "json",
            "help",
            "help :: tree",
            "account",
            "ledger",
            "subscription",
            "reminder",
            "platform"
        })
@NullMarked
package dev.sayso.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

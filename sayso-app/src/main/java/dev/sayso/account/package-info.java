/** Who: the account that everything carries, and what it prefers. */
@NullMarked
@ApplicationModule(allowedDependencies = {"event", "platform"})
package dev.sayso.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

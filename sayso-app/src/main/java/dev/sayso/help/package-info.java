/**
 * Guided help: a person who is stuck is asked the right questions and ends at a solution that was
 * confirmed or at a person. Other modules take part by offering {@link dev.sayso.help.Fact}s and
 * {@link dev.sayso.help.Action}s.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "notification", "platform"})
package dev.sayso.help;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

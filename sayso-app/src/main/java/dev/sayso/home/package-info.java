/** The first page: puts the modules' regions together. Nothing uses it. */
@NullMarked
@ApplicationModule
package dev.sayso.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

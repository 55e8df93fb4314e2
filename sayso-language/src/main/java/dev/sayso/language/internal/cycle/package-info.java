/** How often. */
@NullMarked
package dev.sayso.language.internal.cycle;

import org.jspecify.annotations.NullMarked;

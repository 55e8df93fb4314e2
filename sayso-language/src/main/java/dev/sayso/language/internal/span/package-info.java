/** Typed spans over the tokens, and the board on which the readers put them. */
@NullMarked
package dev.sayso.language.internal.span;

import org.jspecify.annotations.NullMarked;

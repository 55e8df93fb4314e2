/**
 * The library's face: a {@link dev.sayso.language.Parser} turns a {@link
 * dev.sayso.language.Message} into an {@link dev.sayso.language.Outcome}.
 */
@NullMarked
package dev.sayso.language;

import org.jspecify.annotations.NullMarked;

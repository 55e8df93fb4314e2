/** The words of the languages, as data. */
@NullMarked
package dev.sayso.language.internal.words;

import org.jspecify.annotations.NullMarked;

/** The text, made plain, with every place kept. */
@NullMarked
package dev.sayso.language.internal.text;

import org.jspecify.annotations.NullMarked;

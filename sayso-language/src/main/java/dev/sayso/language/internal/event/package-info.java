/** Whole readings, built from the spans. */
@NullMarked
package dev.sayso.language.internal.event;

import org.jspecify.annotations.NullMarked;

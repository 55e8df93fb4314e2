/** Days and spans of time. */
@NullMarked
package dev.sayso.language.internal.date;

import org.jspecify.annotations.NullMarked;

/** Numbers and money. */
@NullMarked
package dev.sayso.language.internal.amount;

import org.jspecify.annotations.NullMarked;

/** What a subscription is called. */
@NullMarked
package dev.sayso.language.internal.name;

import org.jspecify.annotations.NullMarked;

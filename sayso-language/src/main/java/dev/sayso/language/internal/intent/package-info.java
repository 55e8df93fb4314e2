/** What a message wants: a fact, a question, help, or nothing. */
@NullMarked
package dev.sayso.language.internal.intent;

import org.jspecify.annotations.NullMarked;

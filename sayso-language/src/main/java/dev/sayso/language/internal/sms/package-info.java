/** Messages of banks, cards and merchants. */
@NullMarked
package dev.sayso.language.internal.sms;

import org.jspecify.annotations.NullMarked;

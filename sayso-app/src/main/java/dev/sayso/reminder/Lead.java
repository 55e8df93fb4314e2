package dev.sayso.reminder;

import dev.sayso.notification.Kind;

/**
 * How long before the day that it is about a reminder comes.
 *
 * @param days before; after the day where it is negative
 * @param since when it was said or set: nothing is due from before; empty where it always held
 */
record Lead(Kind kind, int days, String since) {}

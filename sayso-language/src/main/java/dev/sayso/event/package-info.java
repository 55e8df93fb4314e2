/**
 * What can have happened to a subscription: events, money, billing cycles and the calendar of
 * renewals.
 */
@NullMarked
package dev.sayso.event;

import org.jspecify.annotations.NullMarked;

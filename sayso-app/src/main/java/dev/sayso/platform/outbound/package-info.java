/**
 * All calls to other machines go through here: time-outs, few retries within a budget, a breaker a
 * host, a bound on what comes back, and for addresses that a person gave a filter at connect time.
 */
@NullMarked
package dev.sayso.platform.outbound;

import org.jspecify.annotations.NullMarked;

package dev.sayso.notification;

import dev.sayso.account.AccountId;

import org.jspecify.annotations.Nullable;

/**
 * A delivery that this instance may send until its lease ends.
 *
 * @param lease by which the row is known as this claim's
 * @param attempt counts from 1
 * @param round counts from 1 since it was begun, or begun anew
 */
record Claimed(
        String id,
        AccountId account,
        String channel,
        @Nullable String notice,
        @Nullable String event,
        String kind,
        int attempt,
        int round,
        String createdAt,
        String lease) {}

package dev.sayso.help;

import dev.sayso.account.AccountId;
import dev.sayso.help.tree.State;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** A session as it is kept. */
record HelpSession(
        String id,
        AccountId account,
        String tree,
        String version,
        Locale locale,
        Map<String, String> context,
        boolean preview,
        State state,
        long revision,
        Instant startedAt,
        Instant lastActAt) {
    static final Duration LIFE = Duration.ofHours(24);

    Instant expiresAt() {
        return lastActAt.plus(LIFE);
    }

    boolean isExpired(Instant now) {
        return state.isOpen() && !now.isBefore(expiresAt());
    }

    HelpCase helpCase() {
        return new HelpCase(account, id, context);
    }

    HelpSession at(State next, Instant actAt) {
        return new HelpSession(
                id,
                account,
                tree,
                version,
                locale,
                context,
                preview,
                next,
                revision + 1,
                startedAt,
                actAt);
    }
}

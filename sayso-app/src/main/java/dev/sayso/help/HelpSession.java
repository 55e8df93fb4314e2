package dev.sayso.help;

import dev.sayso.account.AccountId;
import dev.sayso.help.tree.Passed;
import dev.sayso.help.tree.State;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

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
        Instant lastActAt,
        @Nullable Integer rating) {
    static final Duration LIFE = Duration.ofHours(24);

    Instant expiresAt() {
        return lastActAt.plus(LIFE);
    }

    boolean isExpired(Instant now) {
        return state.isOpen() && !now.isBefore(expiresAt());
    }

    HelpCase helpCase(State now) {
        return new HelpCase(
                account,
                id,
                context,
                now.answers().stream()
                        .collect(
                                Collectors.toMap(
                                        Passed.Answered::node,
                                        Passed.Answered::option,
                                        (_, last) -> last)));
    }

    /** After an act: the next revision of it. */
    HelpSession at(State next, Instant actAt) {
        return with(version, next, revision + 1, actAt);
    }

    /** The same revision, in a state that goes further. */
    HelpSession in(State further) {
        return with(version, further, revision, lastActAt);
    }

    HelpSession in(Published other) {
        return with(other.version(), state, revision, lastActAt);
    }

    private HelpSession with(String itsVersion, State now, long itsRevision, Instant actAt) {
        return new HelpSession(
                id,
                account,
                tree,
                itsVersion,
                locale,
                context,
                preview,
                now,
                itsRevision,
                startedAt,
                actAt,
                rating);
    }
}

package dev.sayso.notification;

import dev.sayso.account.AccountId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a person wants to be told.
 *
 * @param target an address of mail, or of the web
 * @param topic of ntfy
 * @param kinds the names of the kinds that go there, and {@link #EVENT} for each committed event
 * @param quiet when nothing goes there, in the account's zone
 * @param confirmedAt since when it is known to be theirs; until then it gets the code alone
 */
public record Channel(
        String id,
        AccountId account,
        Type type,
        String target,
        @Nullable String topic,
        Set<String> kinds,
        @Nullable Quiet quiet,
        Instant createdAt,
        @Nullable Instant confirmedAt) {
    /** Stands among the kinds for each committed event. */
    public static final String EVENT = "event";

    /** How it is told there. */
    public enum Type {
        EMAIL,
        WEBHOOK,
        NTFY;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Type of(String wire) {
            return Arrays.stream(values())
                    .filter(type -> type.wire().equals(wire))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            "kind is not known; give email, webhook or ntfy"));
        }
    }

    /** Hours of the day; it may go over midnight. */
    public record Quiet(LocalTime from, LocalTime until) {
        public Quiet {
            if (from.equals(until)) {
                throw new IllegalArgumentException(
                        "the quiet hours end when they begin; give two times, such as 22:00 and"
                                + " 07:00");
            }
        }

        boolean covers(LocalTime time) {
            return from.isBefore(until)
                    ? !time.isBefore(from) && time.isBefore(until)
                    : !time.isBefore(from) || time.isBefore(until);
        }
    }

    public Channel {
        kinds = Collections.unmodifiableSet(new LinkedHashSet<>(kinds));
    }

    /** What may be chosen for a channel of that type, in the order it is shown. */
    public static List<String> choices(Type type) {
        var kinds = Arrays.stream(Kind.values()).filter(kind -> kind != Kind.TEST).map(Kind::wire);
        return (type == Type.WEBHOOK ? Stream.concat(kinds, Stream.of(EVENT)) : kinds).toList();
    }

    static Set<String> checked(Type type, Set<String> kinds) {
        var known = choices(type);
        var wrong = kinds.stream().filter(kind -> !known.contains(kind)).sorted().toList();
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "kinds has "
                            + String.join(", ", wrong)
                            + "; known are "
                            + known.stream().collect(Collectors.joining(", ")));
        }
        return kinds;
    }
}

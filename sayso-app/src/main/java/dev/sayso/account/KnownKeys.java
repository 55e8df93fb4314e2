package dev.sayso.account;

import dev.sayso.account.Key.Kind;
import dev.sayso.platform.sql.Readers;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who holds a key. What was read is remembered, by digest and bounded, together with the count of
 * changes that stood beside it; that count is read again every second, also for what another
 * process changed, and what was remembered under another count is forgotten. So a key that was
 * revoked opens nothing after {@link #LATEST}, and one whose end has come nothing at all.
 */
public final class KnownKeys {
    static final Duration LATEST = Duration.ofSeconds(5);

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int MOST = 20_000;

    private final Readers readers;
    private final LastUses uses;
    private final Clock clock;
    private final Counter remembered;
    private final Counter read;
    private final ReentrantLock looking = new ReentrantLock();
    private final Map<String, Held> known = new LinkedHashMap<>(64, 0.75f, true);
    private volatile Changes changes = new Changes(-1, Instant.MIN);

    KnownKeys(Readers readers, LastUses uses, Clock clock, MeterRegistry registry) {
        this.readers = readers;
        this.uses = uses;
        this.clock = clock;
        remembered = lookups(registry, "remembered");
        read = lookups(registry, "read");
    }

    /** Whoever holds the secret; empty when it opens nothing now. */
    public Optional<Visitor> find(Secret secret, Kind kind) {
        var digest = secret.digest();
        long version = version();
        var held = remembered(digest);
        if (held != null && held.version() == version) {
            remembered.increment();
        } else {
            read.increment();
            held = readers.read(db -> Held.read(db, digest)).orElse(null);
            if (held == null) {
                return Optional.empty();
            }
            remember(digest, held);
        }
        if (held.kind() != kind || !isBefore(held.until())) {
            return Optional.empty();
        }
        var id = held.visitor().keyId();
        if (id != null) {
            uses.note(id);
        }
        return Optional.of(held.visitor());
    }

    /** Something changed here: what is remembered is looked at before it is used again. */
    void lookAgain() {
        changes = new Changes(-1, Instant.MIN);
    }

    private boolean isBefore(@Nullable Instant until) {
        return until == null || clock.instant().isBefore(until);
    }

    private long version() {
        var now = clock.instant();
        var seen = changes;
        if (!seen.isOlder(LOOK, now)) {
            return seen.version;
        }
        // one looks, the others go on with what is not too old
        if (!looking.tryLock()) {
            if (!seen.isOlder(LATEST.minus(LOOK), now)) {
                return seen.version;
            }
            looking.lock();
        }
        try {
            if (changes.isOlder(LOOK, now)) {
                changes = new Changes(readers.read(Held::version), now);
            }
            return changes.version;
        } finally {
            looking.unlock();
        }
    }

    private synchronized @Nullable Held remembered(String digest) {
        return known.get(digest);
    }

    private synchronized void remember(String digest, Held held) {
        known.put(digest, held);
        if (known.size() > MOST) {
            known.remove(known.keySet().iterator().next());
        }
    }

    private static Counter lookups(MeterRegistry registry, String from) {
        return Counter.builder("sayso.access.lookups")
                .description("keys that were looked up, and where they were found")
                .tag("from", from)
                .register(registry);
    }

    private record Changes(long version, Instant at) {
        /** A clock that was set back makes it old, too. */
        boolean isOlder(Duration age, Instant now) {
            return at == Instant.MIN || now.isBefore(at) || !now.isBefore(at.plus(age));
        }
    }
}

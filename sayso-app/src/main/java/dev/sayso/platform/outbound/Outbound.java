package dev.sayso.platform.outbound;

import dev.sayso.platform.outbound.Outcome.Answered;
import dev.sayso.platform.outbound.Outcome.Failed;
import dev.sayso.platform.outbound.Outcome.Reason;

import io.micrometer.core.instrument.MeterRegistry;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * The one client for calls over HTTP. A call takes no longer than its {@link Dependency} may,
 * whatever the other side does; it is never made within a unit of {@code Writer}.
 */
public final class Outbound {
    private static final int HOSTS = 1_000;
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Map<Dependency.Trust, Exchange> exchanges;
    private final Map<Dependency, Budget> budgets = new EnumMap<>(Dependency.class);
    private final Pause pause;
    private final RandomGenerator random;
    private final Clock clock;
    private final MeterRegistry registry;
    // bounded: of hosts that were not called for long nothing needs to be known
    private final Map<String, Host> hosts =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Host> eldest) {
                    return size() > HOSTS;
                }
            };

    /** Waits between two attempts. */
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    Outbound(
            Map<Dependency.Trust, Exchange> exchanges,
            java.util.function.Supplier<Budget> budget,
            Pause pause,
            RandomGenerator random,
            Clock clock,
            MeterRegistry registry) {
        this.exchanges = new EnumMap<>(exchanges);
        this.pause = pause;
        this.random = random;
        this.clock = clock;
        this.registry = registry;
        for (var dependency : Dependency.values()) {
            budgets.put(dependency, budget.get());
        }
    }

    /** Makes the call. */
    public Outcome send(Dependency dependency, Call call) {
        return send(dependency, dependency.limits, call);
    }

    Outcome send(Dependency dependency, Limits limits, Call call) {
        long start = System.nanoTime();
        var outcome = attempts(dependency, limits, call, start + limits.total().toNanos());
        registry.timer("sayso.outbound", "dependency", dependency.tag(), "ending", ending(outcome))
                .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        return outcome;
    }

    private Outcome attempts(Dependency dependency, Limits limits, Call call, long deadline) {
        var budget = budget(dependency);
        budget.called();
        for (int attempt = 0; ; attempt++) {
            var outcome = attempt(dependency, limits, call, deadline);
            if (attempt >= limits.retries() || !call.repeatable() || !mayPass(outcome)) {
                return outcome;
            }
            var wait = wait(outcome, attempt);
            // no retry that could not end in time, and none beyond the budget
            if (System.nanoTime() + wait.toNanos() >= deadline || !budget.mayRetry()) {
                return outcome;
            }
            try {
                pause.of(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return outcome;
            }
        }
    }

    private Outcome attempt(Dependency dependency, Limits limits, Call call, long deadline) {
        var host = host(dependency, limits, call.address());
        if (!host.calls.tryAcquire()) {
            return new Failed(Reason.BUSY, Duration.ofSeconds(1));
        }
        try {
            if (!host.breaker.tryAcquirePermission()) {
                return new Failed(Reason.OPEN, Host.ALONE);
            }
            long start = System.nanoTime();
            Outcome outcome;
            try {
                outcome =
                        exchange(dependency)
                                .send(
                                        call,
                                        limits.bytes(),
                                        Duration.ofNanos(Math.max(1, deadline - start)));
            } catch (RuntimeException e) {
                host.breaker.releasePermission();
                throw e;
            }
            long took = System.nanoTime() - start;
            if (isWell(outcome)) {
                host.breaker.onSuccess(took, TimeUnit.NANOSECONDS);
            } else {
                host.breaker.onError(
                        took, TimeUnit.NANOSECONDS, new IllegalStateException(ending(outcome)));
            }
            return outcome;
        } finally {
            host.calls.release();
        }
    }

    /** Whether the host works; what it answers to a wrong request says that it does. */
    private static boolean isWell(Outcome outcome) {
        return outcome instanceof Answered answered && answered.status() < 500;
    }

    /** Whether it may be otherwise in a moment. */
    private static boolean mayPass(Outcome outcome) {
        return switch (outcome) {
            case Answered answered -> answered.status() == 429 || answered.status() >= 500;
            case Failed failed ->
                    switch (failed.reason()) {
                        case CONNECT, TIMED_OUT, CUT, BUSY -> true;
                        case ADDRESS, TOO_LARGE, OPEN -> false;
                    };
        };
    }

    /** What the other side asked for, else a random part of a time that doubles. */
    private Duration wait(Outcome outcome, int attempt) {
        if (outcome instanceof Answered answered && answered.retryAfter() != null) {
            return answered.retryAfter();
        }
        long most = Math.min(FIRST_WAIT.toNanos() << attempt, LONGEST_WAIT.toNanos());
        return Duration.ofNanos(random.nextLong(most + 1));
    }

    private Exchange exchange(Dependency dependency) {
        return java.util.Objects.requireNonNull(exchanges.get(dependency.trust));
    }

    private Budget budget(Dependency dependency) {
        return java.util.Objects.requireNonNull(budgets.get(dependency));
    }

    private Host host(Dependency dependency, Limits limits, URI address) {
        var name = dependency + " " + address.getScheme() + "://" + address.getRawAuthority();
        synchronized (hosts) {
            return hosts.computeIfAbsent(name, _ -> new Host(dependency.tag(), limits, clock));
        }
    }

    private static String ending(Outcome outcome) {
        return switch (outcome) {
            case Answered answered -> answered.status() / 100 + "xx";
            case Failed failed -> failed.reason().name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}

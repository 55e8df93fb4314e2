package dev.sayso.platform.outbound;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * What is known of one host: whether it is left alone, and how many calls run to it. Half of twenty
 * calls that failed leave it alone for thirty seconds; then three probes decide.
 */
final class Host {
    static final Duration ALONE = Duration.ofSeconds(30);

    final CircuitBreaker breaker;
    final Semaphore calls;

    Host(String name, Limits limits, Clock clock) {
        var config =
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(20)
                        .failureRateThreshold(50)
                        .slowCallRateThreshold(50)
                        .slowCallDurationThreshold(limits.total().dividedBy(2))
                        .waitDurationInOpenState(ALONE)
                        .permittedNumberOfCallsInHalfOpenState(3)
                        // a probe that never ends must not keep it half open
                        .maxWaitDurationInHalfOpenState(ALONE)
                        .clock(clock)
                        .build();
        breaker = CircuitBreaker.of(name, config);
        calls = new Semaphore(limits.atOnce());
    }
}

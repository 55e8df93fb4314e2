package dev.sayso.platform.sql;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.util.concurrent.TimeUnit;

/** What the writer tells of itself. */
final class WriterMeters {
    private final MeterRegistry registry;
    private final DistributionSummary groupSize;
    private final Timer work;
    private final Timer flush;
    private final Counter broken;

    WriterMeters(MeterRegistry registry) {
        this.registry = registry;
        groupSize =
                DistributionSummary.builder("sayso.writer.group")
                        .description("units to a commit")
                        .register(registry);
        work =
                Timer.builder("sayso.writer.work")
                        .description("a group's time before its commit")
                        .register(registry);
        flush =
                Timer.builder("sayso.writer.flush")
                        .description("a commit's time, its flush in it")
                        .register(registry);
        broken =
                Counter.builder("sayso.writer.broken")
                        .description("groups whose transaction broke")
                        .register(registry);
    }

    void watch(UnitQueue queue) {
        Gauge.builder("sayso.writer.queue", queue, UnitQueue::size)
                .description("units that wait")
                .register(registry);
        Gauge.builder("sayso.writer.age", queue, q -> q.age().toNanos() / 1e9)
                .baseUnit("seconds")
                .description("how long the oldest unit has waited")
                .register(registry);
    }

    void committed(int units, long workNanos, long flushNanos) {
        groupSize.record(units);
        work.record(workNanos, TimeUnit.NANOSECONDS);
        flush.record(flushNanos, TimeUnit.NANOSECONDS);
    }

    void broken() {
        broken.increment();
    }
}

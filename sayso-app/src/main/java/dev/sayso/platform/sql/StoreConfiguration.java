package dev.sayso.platform.sql;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * The store: one writer, several readers, over the file of the data folder, or over the PostgreSQL
 * database that {@code sayso.database.url} names.
 */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
    private static final int QUEUE = 4_096;
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    @Bean
    Store store(@Value("${sayso.database.url:}") String url, @Value("${sayso.data}") Path folder) {
        return url.isBlank()
                ? Store.sqlite(folder.toAbsolutePath().normalize())
                : Store.postgres(url.strip());
    }

    @Bean
    Writer writer(
            Store store,
            MeterRegistry registry,
            Clock clock,
            @Value("${sayso.writer.group:64}") int group) {
        var meters = new WriterMeters(registry);
        return new Writer(
                store.dialect(),
                store.writer(),
                new GroupTransaction(
                        store.dialect(),
                        store.writer(),
                        meters,
                        clock,
                        UUID.randomUUID().toString()),
                new UnitQueue(QUEUE, System::nanoTime),
                meters,
                new Writer.Limits(group, DEADLINE));
    }

    @Bean
    Readers readers(Store store, MeterRegistry registry) {
        var readers = new Readers(store.dialect(), store.readers(), store.size(), Readers.LIMIT);
        Gauge.builder("sayso.readers.busy", readers, Readers::busy)
                .description("queries that run")
                .register(registry);
        return readers;
    }
}

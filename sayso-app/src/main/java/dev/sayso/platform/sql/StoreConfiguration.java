package dev.sayso.platform.sql;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.file.Path;
import java.time.Clock;

/**
 * The store: one writer, several readers, over the file of the data folder, or over the PostgreSQL
 * database that {@code sayso.database.url} names.
 */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
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
        return store.newWriter(registry, clock, group);
    }

    @Bean
    Readers readers(Store store, MeterRegistry registry) {
        var readers = store.newReaders();
        Gauge.builder("sayso.readers.busy", readers, Readers::busy)
                .description("queries that run")
                .register(registry);
        return readers;
    }
}

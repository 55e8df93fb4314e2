package dev.sayso.platform.sql;

import com.zaxxer.hikari.HikariDataSource;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.IOException;
import java.nio.file.Path;

/** The store: one writer, several readers, over the file of the data folder. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
    private static final int QUEUE = 4_096;

    @Bean(destroyMethod = "close")
    DataFolder dataFolder(@Value("${sayso.data}") Path folder) {
        return DataFolder.open(folder.toAbsolutePath().normalize());
    }

    @Bean
    Store store(DataFolder folder) {
        var dialect = new SqliteDialect();
        var file = folder.database();
        SqliteStore.check(file, dialect);
        var writer = SqliteStore.writer(file);
        Migrations.run(writer, dialect, file.toString());
        int readers = Runtime.getRuntime().availableProcessors();
        return new Store(dialect, writer, SqliteStore.readers(file, readers), readers);
    }

    @Bean
    Writer writer(
            Store store, MeterRegistry registry, @Value("${sayso.writer.group:64}") int group) {
        return new Writer(
                store.dialect,
                store.writer,
                group,
                new UnitQueue(QUEUE, System::nanoTime),
                new WriterMeters(registry));
    }

    @Bean
    Readers readers(Store store, MeterRegistry registry) {
        var readers = new Readers(store.readers, store.size);
        Gauge.builder("sayso.readers.busy", readers, Readers::busy)
                .description("queries that run")
                .register(registry);
        return readers;
    }

    /** The pools beneath writer and readers; nothing else is given them. */
    record Store(Dialect dialect, HikariDataSource writer, HikariDataSource readers, int size)
            implements AutoCloseable {
        @Override
        public void close() throws IOException {
            readers.close();
            writer.close();
        }
    }
}

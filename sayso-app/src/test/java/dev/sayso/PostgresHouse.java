package dev.sayso;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

import java.io.IOException;

/** Puts the house on a real PostgreSQL, which is started for it. */
@TestConfiguration(proxyBeanMethods = false)
class PostgresHouse {
    @Bean(destroyMethod = "close")
    static EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    }

    @Bean
    static DynamicPropertyRegistrar database(EmbeddedPostgres server) {
        return properties ->
                properties.add(
                        "sayso.database.url", () -> server.getJdbcUrl("postgres", "postgres"));
    }
}

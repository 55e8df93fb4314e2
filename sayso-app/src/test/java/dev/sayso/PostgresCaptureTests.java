package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.platform.sql.Readers;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The main job, unchanged, on PostgreSQL. */
@Import(PostgresHouse.class)
class PostgresCaptureTests extends CaptureTests {
    @Autowired Readers readers;

    @Test
    void isOnPostgres() {
        String version =
                readers.read(db -> db.sql("SELECT version()").query(String.class).single());

        assertThat(version).startsWith("PostgreSQL");
    }
}

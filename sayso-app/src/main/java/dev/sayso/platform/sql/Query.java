package dev.sayso.platform.sql;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What is read at once, with a limit on its rows. */
@FunctionalInterface
public interface Query<T> {
    T in(JdbcClient db);
}

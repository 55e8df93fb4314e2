package dev.sayso.platform.sql;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is written together or not at all. It may be run again after its transaction was rolled
 * back, so it has no effect outside the database; it is short and does no parsing, rendering or
 * network.
 */
@FunctionalInterface
public interface Unit<T> {
    T in(JdbcClient db);
}

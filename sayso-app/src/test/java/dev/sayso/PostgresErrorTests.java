package dev.sayso;

import org.springframework.context.annotation.Import;

/** What is wrong is told, unchanged, on PostgreSQL. */
@Import(PostgresHouse.class)
class PostgresErrorTests extends ErrorTests {}

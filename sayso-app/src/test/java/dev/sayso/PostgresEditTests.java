package dev.sayso;

import org.springframework.context.annotation.Import;

/** Changes by hand, unchanged, on PostgreSQL. */
@Import(PostgresHouse.class)
class PostgresEditTests extends EditTests {}

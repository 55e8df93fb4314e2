package dev.sayso;

import org.springframework.context.annotation.Import;

/** The rebuild, unchanged, on PostgreSQL. */
@Import(PostgresHouse.class)
class PostgresRebuildTests extends RebuildTests {}

package dev.sayso;

import org.springframework.context.annotation.Import;

/** Guided help, unchanged, on PostgreSQL. */
@Import(PostgresHouse.class)
class PostgresHelpTests extends HelpTests {}

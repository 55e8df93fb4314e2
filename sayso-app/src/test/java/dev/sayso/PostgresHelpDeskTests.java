package dev.sayso;

import org.springframework.context.annotation.Import;

/** Tickets, unchanged, on PostgreSQL. */
@Import(PostgresHouse.class)
class PostgresHelpDeskTests extends HelpDeskTests {}

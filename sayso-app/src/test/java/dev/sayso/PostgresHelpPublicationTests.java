package dev.sayso;

import org.springframework.context.annotation.Import;

/** Publication, unchanged, on PostgreSQL. */
@Import(PostgresHouse.class)
class PostgresHelpPublicationTests extends HelpPublicationTests {}

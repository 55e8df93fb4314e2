package dev.sayso;

import org.springframework.context.annotation.Import;

/** Questions, unchanged, on PostgreSQL. */
@Import(PostgresHouse.class)
class PostgresAnswerTests extends AnswerTests {}

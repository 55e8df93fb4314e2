package dev.sayso;

import org.springframework.context.annotation.Import;

@Import(PostgresHouse.class)
class PostgresIdempotencyTests extends IdempotencyTests {}

package dev.sayso;

import org.springframework.context.annotation.Import;

/** Payments, unchanged, on PostgreSQL. */
@Import(PostgresHouse.class)
class PostgresPaymentTests extends PaymentTests {}

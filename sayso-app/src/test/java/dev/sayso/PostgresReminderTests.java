package dev.sayso;

import org.springframework.context.annotation.Import;

/** Reminders, unchanged, on PostgreSQL. */
@Import(PostgresHouse.class)
class PostgresReminderTests extends ReminderTests {}

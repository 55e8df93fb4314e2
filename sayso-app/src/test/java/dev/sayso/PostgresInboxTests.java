package dev.sayso;

import dev.sayso.notification.InboxTests;

import org.springframework.context.annotation.Import;

/** What is told, unchanged, on PostgreSQL. */
@Import(PostgresHouse.class)
class PostgresInboxTests extends InboxTests {}

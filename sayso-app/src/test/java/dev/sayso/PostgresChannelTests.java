package dev.sayso;

import dev.sayso.notification.ChannelTests;

import org.springframework.context.annotation.Import;

/** What is sent, unchanged, on PostgreSQL. */
@Import(PostgresHouse.class)
class PostgresChannelTests extends ChannelTests {}

/**
 * Faults, each a real one: processes are killed, writes and flushes fail, power is cut. They take
 * minutes and run by {@code ./verify --faults}, not with the other tests; clients keep a history of
 * what they sent and were told, and a judge holds the tables against it.
 */
package dev.sayso.faults;

/**
 * Faults, each a real one: processes are killed, disks are full, flushes fail, power is cut, the
 * database stops. They take minutes and run by {@code ./verify --faults}, not with the other tests;
 * clients keep a history of what they sent and were told, and a judge holds the tables against it.
 */
package dev.sayso.faults;

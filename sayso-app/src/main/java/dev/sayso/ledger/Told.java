package dev.sayso.ledger;

/**
 * An event of a subscription's history.
 *
 * @param stands whether it counts; if not, it was taken back
 * @param corrected whether another one took its place
 */
public record Told(StoredEvent stored, boolean stands, boolean corrected) {}

package dev.sayso.ledger;

/** Which event it is. */
public record EventId(String value) {
    @Override
    public String toString() {
        return value;
    }
}

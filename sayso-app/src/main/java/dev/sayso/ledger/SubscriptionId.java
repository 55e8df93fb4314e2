package dev.sayso.ledger;

/** Which subscription an event concerns; minted with its first event. */
public record SubscriptionId(String value) {
    @Override
    public String toString() {
        return value;
    }
}

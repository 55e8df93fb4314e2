package dev.sayso.ledger;

/** What caused an event: the capture in which it was said. */
public record CaptureId(String value) {
    @Override
    public String toString() {
        return value;
    }
}

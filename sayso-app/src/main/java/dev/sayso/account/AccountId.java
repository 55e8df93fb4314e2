package dev.sayso.account;

/** Whose it is. */
public record AccountId(String value) {
    @Override
    public String toString() {
        return value;
    }
}

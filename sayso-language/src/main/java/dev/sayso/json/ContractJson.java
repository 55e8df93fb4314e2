package dev.sayso.json;

/**
 * The one codec of the contract: messages, outcomes, events and drafts to and from JSON.
 * Thread-safe. Reading is strict: an unknown field, a wrong type or a value out of range is an
 * {@link IllegalArgumentException} whose text says what came and what was expected.
 */
public final class ContractJson {
    private ContractJson() {}
}

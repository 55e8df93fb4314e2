package dev.sayso.subscription;

import dev.sayso.account.AccountId;
import dev.sayso.ledger.CaptureId;

import java.util.Collection;
import java.util.Map;

/** Knows in which words something was said. Implemented by whoever keeps them. */
public interface Sayings {
    /** The words of those causes that were messages; acts without words are left out. */
    Map<CaptureId, Saying> of(AccountId account, Collection<CaptureId> causes);

    /**
     * What was said.
     *
     * @param source the contract's: {@code typed}, {@code voice}, {@code sms} …
     */
    record Saying(String text, String source) {}
}

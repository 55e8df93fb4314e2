package dev.sayso.language.internal.intent;

/** What a whole message can be about; the values of the word files' section {@code [idea]}. */
public enum Idea {
    ADD,
    CANT,
    CYCLE,
    CONFUSED,
    PAYMENT,
    FAILED,
    WHERE,
    PAYMENTS,
    ALERT,
    MISSING,
    WHY,
    APP,
    DASHBOARD,
    STALE,
    DATE,
    WRONG,
    MISUNDERSTOOD,
    VOICE,
    BROKEN,
    IMPORT,
    HOW,
    PRIVACY,
    PRODUCT,
    OFFER,
    SUBS,
    MONEY,
    SECRET,
    DECLINED,
    MONEYIN,
    OWNBILL,
    BALANCE,
    ADVERT,
    MANDATE,
    SETUP,
    REVOKED,
    DEBIT,
    CASH,
    PERSONAL,
    UPCOMING,
    BILL,
    RECEIPT,
    RECHARGE,
    VALIDITY,
    SUCCESS,
    PARCEL,
    INJECTION,
    BANK,
    /** What a list of one's own is asked for with: "my subscriptions", "next renewals". */
    LISTING,
    ERASE,
    /** A small word of a language that is not read yet. */
    FOREIGN,
    /** A question's mark, or a word that begins a question. */
    ASKED;

    long bit() {
        return 1L << ordinal();
    }
}

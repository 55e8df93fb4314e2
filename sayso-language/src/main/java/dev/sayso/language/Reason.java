package dev.sayso.language;

import java.util.Locale;

/** Why a message was let go. */
public enum Reason {
    /** A chat, or anything else that has nothing to do with it. */
    NOT_ABOUT_IT,
    /** A plan, a wish, a question to oneself, something that did not happen. */
    NOT_A_FACT,
    /** A single purchase or payment. */
    ONE_OFF,
    /** Money received, a refund, a balance, a declined payment. */
    MONEY_IN,
    /** A one-time password or another secret. */
    SECRET,
    ADVERT;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}

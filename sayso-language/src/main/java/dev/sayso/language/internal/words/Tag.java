package dev.sayso.language.internal.words;

import java.util.Locale;

/** What a word or phrase of a language can mean; the sections of the word files. */
public enum Tag {
    /** A number below a hundred. */
    NUMBER,
    /** What a number is multiplied by: hundred, lakh. */
    SCALE,
    FRACTION,
    ORDINAL,
    CURRENCY,
    /** A hundredth of the currency. */
    MINOR,
    /** A span of time. */
    UNIT,
    CYCLE,
    /** A cycle only right after an amount: "30 pm". */
    AMOUNTCYCLE,
    /** How often, but no cycle that can be told. */
    NOCYCLE,
    EVERY,
    /** After a span of time it makes it a cycle: "84 din wala", "3 month plan". */
    PERPOST,
    ARTICLE,
    MONTH,
    WEEKDAY,
    DAY,
    /** What moves a day: next, ago, in, end of. */
    WHEN,
    /** What the day after it means; with {@code ROLE_POST} the day before it. */
    ROLE,
    ROLEPOST,
    TRIAL,
    INTRO,
    THEN,
    VERB,
    RENEWAL,
    BEFORE,
    NOT,
    /** A plan, a wish, a condition. */
    IF,
    /** What looks like a plan or a question and is a request. */
    PLAN,
    ASK,
    LABEL,
    COUNT,
    EACH,
    NOUN,
    ALL,
    JOIN,
    FIX,
    STOP,
    FILL,
    TIER,
    /** What is paid for regularly and is no service's name. */
    THING,
    /** What nobody subscribes to: an appointment, a flight, the weather. */
    ALIEN,
    /** An idea that decides what a whole message is: see {@code ideas.rules}. */
    IDEA,
    /** A service's name. */
    NAME,
    /** A single word that settles a point for one reader: see {@link Cue}. */
    CUE,
    /** In a bank's message: behind it stands the merchant. */
    RAIL,
    /** In a bank's message: the merchant's name ends before it. */
    EDGE,
    /** A bank, a card, a means of payment. */
    BANK,
    /** Before what something is for or is paid by: "for my daughter", "with the card". */
    ASIDE,
    /** What a company's name ends with. */
    TAIL,
    /** Before a person's name. */
    TITLE,
    /** A person's name. */
    GIVEN;

    /** Whether its words are looked up one by one, and make no span by themselves. */
    boolean isListed() {
        return ordinal() >= CUE.ordinal();
    }

    static Tag ofSection(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}

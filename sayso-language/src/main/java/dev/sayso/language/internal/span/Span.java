package dev.sayso.language.internal.span;

import dev.sayso.catalogue.Service;
import dev.sayso.event.BillingCycle;
import dev.sayso.language.internal.words.Entry;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Period;

/** A run of tokens, from one to before another, that was understood as something. */
public sealed interface Span {
    int from();

    int to();

    /**
     * A name that is known: to the person, or to the catalogue.
     *
     * @param written what it is called where it is the person's own
     * @param descriptor whether it stands as in a bank's statement
     */
    record Name(
            int from,
            int to,
            @Nullable String written,
            @Nullable Service service,
            boolean descriptor)
            implements Span {}

    /**
     * A number that may be a price.
     *
     * @param rival the other way to read the same number, where there is one
     * @param sign the currency as it was said: an ISO code, or a sign that several share
     * @param signFrom first token of the sign, or -1
     */
    record Amount(
            int from,
            int to,
            BigDecimal value,
            @Nullable BigDecimal rival,
            @Nullable String sign,
            int signFrom,
            int signTo,
            boolean spoken)
            implements Span {
        public boolean isPriced() {
            return sign != null;
        }
    }

    /**
     * How often.
     *
     * @param cycle null where the words name a rhythm that no cycle expresses
     * @param first of "every Sunday", the day of the week, else 0
     */
    record Cycle(int from, int to, @Nullable BillingCycle cycle, int first) implements Span {}

    /** A span of time that is neither a day nor, yet, a cycle: "for 2 weeks", "30 days". */
    record Lapse(int from, int to, Period length) implements Span {}

    /** A day, before it is known whether it lies ahead or behind. */
    record Day(int from, int to, Form form, int a, int b, int c) implements Span {
        /** What is said of the day. */
        public enum Form {
            /** Year, month, day. */
            FULL,
            /** Month, day. */
            OF_YEAR,
            /** Day of the month. */
            OF_MONTH,
            /** Month, and the year or 0. */
            MONTH,
            /** Day of the week; then -1 last, 0, 1 next. */
            OF_WEEK,
            /** Days, months from today. */
            FROM_TODAY,
            /** Days, before or after today. */
            BESIDE_TODAY,
            /** Months from this one; its last day. */
            END_OF_MONTH,
            /** Years from this one; its last day. */
            END_OF_YEAR,
            /** Months from this one; its first day. */
            BEGIN_OF_MONTH,
            /** Weeks from this one; 0 its first day, 1 its last. */
            OF_WEEKS,
            /** Years from this one; its first day. */
            BEGIN_OF_YEAR
        }
    }

    /** Words of a word file; they may have several meanings. */
    record Words(int from, int to, long tags, Entry[] entries) implements Span {
        public boolean is(Tag tag) {
            return (tags & 1L << tag.ordinal()) != 0;
        }

        /** Whether it is a verb whose value begins so: CANCEL, CREATE.did. */
        public boolean isVerb(String kind) {
            for (var entry : entries) {
                if (entry.tag() == Tag.VERB && entry.text().startsWith(kind)) {
                    return true;
                }
            }
            return false;
        }

        /** The value of that meaning. */
        public String value(Tag tag) {
            for (var entry : entries) {
                if (entry.tag() == tag) {
                    return entry.value().toString();
                }
            }
            return "";
        }
    }

    /** A word that nothing is known of. */
    record Other(int from, int to) implements Span {}

    /** A number that is no price: counted things, places, codes. */
    record Count(int from, int to, @Nullable BigDecimal value, String of) implements Span {}

    /** Punctuation, a line's end. */
    record Mark(int from, int to, char sign) implements Span {}
}

package dev.sayso.insight;

import dev.sayso.language.Question;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** The days that are asked about, both inclusive, seen from today. */
record Window(LocalDate from, LocalDate to, LocalDate today) {
    /** Null where none are asked about. */
    static @Nullable Window of(Question question, LocalDate today) {
        var from = question.from();
        var to = question.to();
        if (from == null) {
            return to == null ? null : new Window(to.isBefore(today) ? to : today, to, today);
        }
        return new Window(from, to == null || to.isBefore(from) ? from : to, today);
    }

    boolean isPast() {
        return to.isBefore(today);
    }

    boolean begins() {
        return !from.isAfter(today);
    }

    /** From when on something is still to fall due. */
    LocalDate due() {
        return begins() ? today : from;
    }
}

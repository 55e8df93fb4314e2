package dev.sayso.reminder.web;

import dev.sayso.platform.web.Page;
import dev.sayso.platform.web.Words;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The page of reminders.
 *
 * @param told what became of a form that was sent, if one was
 * @param shown the moments of days that are not saved, where they were asked for
 */
public record RemindersView(
        Page page,
        List<Waits> waiting,
        Form form,
        @Nullable String told,
        @Nullable List<Moment> shown,
        List<Moment> coming) {
    public RemindersView {
        waiting = List.copyOf(waiting);
        shown = shown == null ? null : List.copyOf(shown);
        coming = List.copyOf(coming);
    }

    /**
     * One that waits for a word.
     *
     * @param again when it comes again, where it was put off; else empty
     */
    public record Waits(String id, String about, String again, boolean snoozable) {}

    /** Those that wait, as a region of the home page. */
    public record Due(Words words, List<Waits> waiting) {
        public Due {
            waiting = List.copyOf(waiting);
        }
    }

    /**
     * One that is to come.
     *
     * @param subscription whose days can be changed; empty where they cannot
     * @param days what holds for it
     */
    public record Moment(
            String when, String about, String subscription, String name, String days) {}

    /** How they are wanted, as the form shows it. */
    public record Form(
            String at,
            String days,
            String cancelBy,
            String trial,
            List<Option> digestOn,
            List<Option> kinds) {
        public Form {
            digestOn = List.copyOf(digestOn);
            kinds = List.copyOf(kinds);
        }
    }

    /** A choice of a form. */
    public record Option(String value, String words, boolean chosen) {}
}

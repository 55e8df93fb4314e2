package dev.sayso.capture.web;

import dev.sayso.account.Account;
import dev.sayso.capture.Captures;
import dev.sayso.capture.Reply;
import dev.sayso.capture.Stored;
import dev.sayso.capture.voice.Voice;
import dev.sayso.capture.web.NoteView.Age;
import dev.sayso.ledger.CaptureId;
import dev.sayso.platform.time.Ids;
import dev.sayso.platform.web.Words;
import dev.sayso.reminder.Reminders;
import dev.sayso.subscription.Subscriptions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes the box and the notes below it. */
@Component
final class Saying {
    /** For how long the last reply is shown to who comes back: as long as it may be corrected. */
    private static final Duration SHOWN = Duration.ofMinutes(10);

    private final Captures captures;
    private final Subscriptions subscriptions;
    private final Reminders reminders;
    private final Tries tries;
    private final Voice voice;
    private final Ids ids;
    private final Clock clock;

    Saying(
            Captures captures,
            Subscriptions subscriptions,
            Reminders reminders,
            Tries tries,
            Voice voice,
            Ids ids,
            Clock clock) {
        this.reminders = reminders;
        this.captures = captures;
        this.subscriptions = subscriptions;
        this.tries = tries;
        this.voice = voice;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a page that answers a form keeps of it.
     *
     * @param text what the box holds
     * @param boxProblem why it could not be taken
     * @param about the capture that was answered
     * @param problem the key of the sentence that says why that could not be done
     */
    record Kept(
            String text,
            @Nullable String boxProblem,
            @Nullable CaptureId about,
            @Nullable String problem) {
        static Kept text(String text, @Nullable String problem) {
            return new Kept(text, problem, null, null);
        }

        static Kept capture(@Nullable CaptureId about, @Nullable String problem) {
            return new Kept("", null, about, problem);
        }
    }

    /** After something was said, answered or taken back: that capture first. */
    SayView after(Account account, Words words, CaptureId id) {
        return view(
                account, words, captures.get(account.id(), id), Age.NEW, Kept.capture(id, null));
    }

    /** For who comes to the page, or sent something that could not be done. */
    SayView first(Account account, Words words, Kept kept) {
        var stored =
                kept.about() != null
                        ? captures.get(account.id(), kept.about())
                        : captures.latest(account.id()).filter(this::isShown).orElse(null);
        return view(account, words, stored, Age.LATEST, kept);
    }

    private boolean isShown(Stored stored) {
        return Instant.parse(stored.receivedAt()).plus(SHOWN).isAfter(clock.instant());
    }

    private SayView view(
            Account account, Words words, @Nullable Stored current, Age age, Kept kept) {
        var notes = new Notes(subscriptions, reminders, account, words);
        var shown = new ArrayList<NoteView>();
        if (kept.problem() != null) {
            shown.add(notes.problem(kept.problem()));
        }
        if (current != null) {
            shown.add(notes.of(current, age));
        }
        var earlier =
                captures.open(account.id()).stream()
                        .filter(
                                open ->
                                        current == null
                                                || !open.reply().id().equals(current.reply().id()))
                        .map(open -> notes.of(open, Age.EARLIER))
                        .toList();
        boolean begins =
                shown.isEmpty()
                        && earlier.isEmpty()
                        && subscriptions.after(account.id(), "", 1).isEmpty();
        return new SayView(
                words,
                box(words, current, begins, kept),
                shown,
                earlier,
                begins ? tries.of(account, words) : List.of(),
                shown.isEmpty() ? "" : shown.getFirst().spoken(),
                notes.problem("offline"));
    }

    private BoxView box(Words words, @Nullable Stored current, boolean begins, Kept kept) {
        var field = current == null || current.isUndone() ? null : asked(current.reply());
        var label =
                begins ? "box.label.first" : field != null ? "box.label.answer" : "box.label.next";
        var answer = "box.hint." + field;
        var hint = begins ? "box.hint.first" : words.has(answer) ? answer : "box.hint.next";
        return new BoxView(
                words.say(label),
                words.say(hint),
                kept.text(),
                ids.next(),
                kept.boxProblem(),
                voice.whyOff().isEmpty());
    }

    /** The field that words in the box would answer. */
    private static @Nullable String asked(Reply reply) {
        return switch (reply) {
            case Reply.Asks asks -> asks.ask().field();
            case Reply.Recorded recorded ->
                    recorded.ask() == null || recorded.drafts().isEmpty()
                            ? null
                            : recorded.ask().field();
            case Reply.Refused _, Reply.Answer _, Reply.Guide _, Reply.LetGo _ -> null;
        };
    }
}

package dev.sayso.capture.web;

import dev.sayso.account.Account;
import dev.sayso.capture.Ask;
import dev.sayso.capture.Reply;
import dev.sayso.capture.Stored;
import dev.sayso.capture.web.NoteView.Chip;
import dev.sayso.capture.web.NoteView.Other;
import dev.sayso.capture.web.NoteView.Sign;
import dev.sayso.event.BillingCycle;
import dev.sayso.event.EventType;
import dev.sayso.event.Field;
import dev.sayso.event.Money;
import dev.sayso.event.ReminderSet;
import dev.sayso.event.SubscriptionCreated;
import dev.sayso.insight.Answer;
import dev.sayso.language.Draft;
import dev.sayso.language.HelpTopic;
import dev.sayso.language.Reason;
import dev.sayso.language.Source;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.platform.web.Phrase;
import dev.sayso.platform.web.Words;
import dev.sayso.reminder.Reminders;
import dev.sayso.subscription.Subscription;
import dev.sayso.subscription.Subscriptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Shows captures to one account as notes. */
final class Notes {
    private static final int SHOWN = 8;

    private final Subscriptions subscriptions;
    private final Reminders reminders;
    private final Account account;
    private final Words words;
    private final Tellings tellings;

    Notes(Subscriptions subscriptions, Reminders reminders, Account account, Words words) {
        this.subscriptions = subscriptions;
        this.reminders = reminders;
        this.account = account;
        this.words = words;
        this.tellings = new Tellings(words);
    }

    NoteView of(Stored stored, NoteView.Age age) {
        var note =
                new NoteView.Draft(stored.reply().id().value(), age)
                        .said(said(stored))
                        .words(heard(stored, age));
        if (stored.isUndone()) {
            return undone(note, stored.reply());
        }
        return switch (stored.reply()) {
            case Reply.Recorded reply -> recorded(note, reply);
            case Reply.Asks reply -> asks(note, reply);
            case Reply.Refused reply -> refused(note, reply);
            case Reply.Answer reply -> answer(note, reply);
            case Reply.Guide reply ->
                    note.sign(Sign.LEAVES)
                            .means(words.phrase("help.to_come"))
                            .leads(new NoteView.Link(words.say("help.open"), help(reply.topic())))
                            .done();
            case Reply.LetGo reply ->
                    ask(note.sign(Sign.LEAVES), reply.ask())
                            .means(words.phrase("let_go." + reply.reason().wire()))
                            .done();
        };
    }

    /** What was spoken may have been heard wrong; what is recorded is taken back first. */
    private NoteView.@Nullable Words heard(Stored stored, NoteView.Age age) {
        boolean isOpen = stored.isUndone() || !(stored.reply() instanceof Reply.Recorded);
        return stored.source() == Source.VOICE && isOpen && age != NoteView.Age.EARLIER
                ? new NoteView.Words(words.say("act.correct_words"), stored.said())
                : null;
    }

    private NoteView answer(NoteView.Draft note, Reply.Answer reply) {
        note.sign(Sign.TELLS);
        var answer = reply.answer();
        if (answer == null) {
            return note.means(words.phrase("answer.ask_again")).done();
        }
        var rows = answer.rows().stream().limit(SHOWN).map(this::row).toList();
        if (rows.size() > 1) {
            int more = answer.count() - rows.size();
            note.rows(rows, more == 0 ? null : words.say("answer.more", more));
        }
        return note.means(Phrase.of(answer.text())).about(named(reply.question().names())).done();
    }

    private NoteView.Row row(Answer.Row row) {
        var on = row.on();
        var cycle = row.cycle();
        return new NoteView.Row(
                on == null
                        ? ""
                        : row.assumed()
                                ? words.say("list.day.assumed", words.day(on))
                                : words.day(on),
                row.assumed(),
                row.name(),
                "/subscriptions/" + row.subscriptionId().value(),
                words.money(row.cost().amount(), row.cost().currency()),
                cycle == null ? "" : words.per(BillingCycle.parse(cycle).period()));
    }

    /** The branch of help that it is about. */
    private static String help(@Nullable HelpTopic topic) {
        return topic == null ? "/help" : "/help?topic=" + topic.wire();
    }

    /** What cannot be done, in place of an answer. */
    NoteView problem(String key, Object... arguments) {
        return new NoteView.Draft("", NoteView.Age.NEW)
                .sign(Sign.FAILS)
                .means(words.phrase(key, arguments))
                .done();
    }

    private @Nullable Said said(Stored stored) {
        // a one-time password is not shown again
        return stored.reply() instanceof Reply.LetGo(_, _, Reason reason, _, _)
                        && reason == Reason.SECRET
                ? null
                : new Glosses(words).said(stored.said(), stored.reply().outcome());
    }

    private NoteView recorded(NoteView.Draft note, Reply.Recorded reply) {
        boolean alone = reply.noted().size() == 1;
        boolean assumed = false;
        var heard = new ArrayList<String>();
        for (var it : reply.noted()) {
            var subscription = find(it.subscriptionId());
            if (isOvertaken(it, reply)) {
                continue;
            }
            note.means(tellings.noted(it, subscription, alone));
            if (it.reading().event() instanceof ReminderSet(int days, _)) {
                note.means(moment(subscription, days));
            }
            assumed |=
                    it.reading().event() instanceof SubscriptionCreated
                            && subscription != null
                            && !subscription.assumed().isEmpty();
            Stream.ofNullable(tellings.heard(it)).forEach(heard::add);
            Stream.ofNullable(it.subscriptionId()).map(SubscriptionId::value).forEach(note::about);
        }
        if (assumed) {
            note.why(words.say("noted.no_day"));
        }
        return ask(
                        note.sign(note.isEarlier() ? Sign.ASKS : Sign.TICK)
                                .heard(String.join(" ", heard)),
                        reply.ask())
                .act(words.say("act.undo"), "undo")
                .hint(note.isEarlier() ? null : correction(reply))
                .done();
    }

    /** When one will be told so the first time. */
    private Phrase moment(@Nullable Subscription it, int daysBefore) {
        return reminders.moments(account, it, List.of(daysBefore), 1).stream()
                .findFirst()
                .map(moment -> tellings.moment(moment, account.zone()))
                .orElseGet(() -> tellings.noMoment(it));
    }

    /** A day that was answered says more than that the subscription was added. */
    private static boolean isOvertaken(Reply.Noted it, Reply.Recorded reply) {
        return it.reading().event() instanceof SubscriptionCreated
                && reply.noted().stream()
                        .anyMatch(
                                other ->
                                        other.reading().event().type()
                                                        == EventType.SUBSCRIPTION_RENEWAL_SET
                                                && Objects.equals(
                                                        other.subscriptionId(),
                                                        it.subscriptionId()));
    }

    private NoteView asks(NoteView.Draft note, Reply.Asks reply) {
        return ask(note.sign(Sign.ASKS), reply.ask())
                .act(words.say("act.let_go"), "undo")
                .hint(words.phrase(isNew(reply) ? "hint.not_yet" : "hint.nothing_yet"))
                .done();
    }

    private static boolean isNew(Reply.Asks reply) {
        return !reply.ask().field().equals(Field.TYPE.wire())
                && reply.drafts().stream()
                        .allMatch(draft -> draft.type() == EventType.SUBSCRIPTION_CREATED);
    }

    private NoteView refused(NoteView.Draft note, Reply.Refused reply) {
        var name = String.valueOf(reply.draft().name());
        var there = subscriptions.named(account.id(), name);
        there.stream().map(it -> it.id().value()).forEach(note::about);
        choices(note, reply.choices());
        var it = there.isEmpty() ? null : there.getLast();
        return switch (reply.reason()) {
            case DUPLICATE -> {
                note.sign(Sign.STOPS);
                note.means(duplicate(reply.draft(), name));
                var next = it == null ? null : it.nextRenewal(words.today()).orElse(null);
                if (it != null && next != null) {
                    note.means(
                            it.assumed().isEmpty()
                                    ? words.phrase("refused.renews", words.when(next))
                                    : words.phrase("refused.renews_about", words.about(next)));
                }
                yield note.done();
            }
            case ALREADY_CANCELLED ->
                    note.sign(Sign.STOPS)
                            .means(strong(words.say("refused.already_cancelled", name)))
                            .done();
            case UNKNOWN_SUBSCRIPTION -> {
                note.sign(Sign.ASKS).means(strong(words.say("refused.unknown_subscription", name)));
                if (reply.choices().stream()
                        .anyMatch(
                                choice ->
                                        choice.answer().containsKey(Field.BILLING_CYCLE.wire()))) {
                    note.asked(words.say("refused.how_often"));
                }
                yield note.done();
            }
        };
    }

    private Phrase duplicate(Draft draft, String name) {
        return draft.complete().orElseThrow().event() instanceof SubscriptionCreated e
                ? strong(
                        words.say(
                                "refused.duplicate",
                                name,
                                tellings.money(e.cost()),
                                words.per(e.billingCycle().period())))
                : strong(words.say("refused.there", name));
    }

    private NoteView undone(NoteView.Draft note, Reply reply) {
        note.sign(Sign.LEAVES);
        if (!(reply instanceof Reply.Recorded recorded)) {
            return note.means(words.phrase("undone.let_go")).done();
        }
        boolean corrects = recorded.noted().stream().anyMatch(it -> it.replaced() != null);
        var first = recorded.noted().getFirst();
        var gone =
                recorded.noted().size() == 1
                                && first.reading().event() instanceof SubscriptionCreated e
                                && find(first.subscriptionId()) == null
                        ? words.phrase("undone.off_list", e.name())
                        : words.phrase(corrects ? "undone.correction" : "undone");
        note.means(gone);
        if (!corrects) {
            note.act(words.say("act.restore"), "restore");
        }
        return note.done();
    }

    private NoteView.Draft ask(NoteView.Draft note, @Nullable Ask ask) {
        if (ask == null) {
            return note;
        }
        choices(note.asked(ask.text()), ask.choices());
        var key = "other." + ask.field();
        if (words.has(key)) {
            boolean day = ask.field().equals(Field.NEXT_RENEWAL_ON.wire());
            note.other(
                    new Other(
                            words.say(key),
                            words.say(key + ".label"),
                            day ? "date" : "text",
                            day || ask.field().equals(Field.NAME.wire()) ? ask.field() : "text",
                            words.say("other.send"),
                            day ? words.today().toString() : null));
        }
        return note;
    }

    private static void choices(NoteView.Draft note, List<Ask.Option> choices) {
        choices.forEach(
                choice -> note.chip(new Chip(choice.text(), AnswerForm.value(choice.answer()))));
    }

    /** How a wrong price would be put right, with one that is near. */
    private @Nullable Phrase correction(Reply.Recorded reply) {
        if (reply.noted().size() == 1
                && reply.noted().getFirst().reading().event() instanceof SubscriptionCreated e
                && e.cost().amount().signum() > 0) {
            return words.phrase("hint.correct", Phrase.yours(words.say("hint.no", near(e.cost()))));
        }
        return null;
    }

    private static String near(Money cost) {
        return Money.normal(
                        cost.amount()
                                .multiply(new BigDecimal("0.9"))
                                .setScale(cost.amount().scale(), RoundingMode.DOWN))
                .toPlainString();
    }

    private Phrase strong(String sentence) {
        return new Phrase(List.of(Phrase.strong(sentence)));
    }

    private List<String> named(List<String> names) {
        return names.stream()
                .flatMap(name -> subscriptions.named(account.id(), name).stream())
                .map(it -> it.id().value())
                .toList();
    }

    private @Nullable Subscription find(@Nullable SubscriptionId id) {
        return id == null ? null : subscriptions.find(account.id(), id).orElse(null);
    }
}

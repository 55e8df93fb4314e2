package dev.sayso.reminder.web;

import dev.sayso.account.Account;
import dev.sayso.notification.Kind;
import dev.sayso.platform.web.Words;
import dev.sayso.reminder.Raised;
import dev.sayso.reminder.ReminderSettings;
import dev.sayso.reminder.Reminders;
import dev.sayso.reminder.Reminders.Open;
import dev.sayso.reminder.Reminders.Upcoming;
import dev.sayso.reminder.web.RemindersView.Form;
import dev.sayso.reminder.web.RemindersView.Moment;
import dev.sayso.reminder.web.RemindersView.Option;
import dev.sayso.reminder.web.RemindersView.Waits;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows reminders to one account. */
final class RemindersViews {
    private final Reminders reminders;
    private final Account account;
    private final Words words;

    RemindersViews(Reminders reminders, Account account, Words words) {
        this.reminders = reminders;
        this.account = account;
        this.words = words;
    }

    List<Waits> waiting() {
        return reminders.open(account).stream().map(this::waits).toList();
    }

    private Waits waits(Open it) {
        var raised = it.raised();
        var again = raised.againAt();
        return new Waits(
                raised.id(),
                about(raised.kind(), it.subscription().name(), raised.aboutOn()),
                again == null ? "" : words.say("remind.again", day(again), time(again)),
                raised.state() == Raised.State.RAISED && raised.aboutOn().isAfter(words.today()));
    }

    List<Moment> moments(List<Upcoming> upcoming, boolean changeable) {
        return upcoming.stream().map(it -> moment(it, changeable)).toList();
    }

    private Moment moment(Upcoming it, boolean changeable) {
        var about = it.subscription();
        var name = about == null ? "" : about.name();
        boolean changes = changeable && about != null && it.kind() == Kind.RENEWAL;
        return new Moment(
                words.say("remind.moment", day(it.dueAt()), time(it.dueAt())),
                about(it.kind(), name, it.aboutOn()),
                changes && about != null ? about.id().value() : "",
                name,
                changes && about != null ? days(reminders.daysBefore(account.id(), about)) : "");
    }

    private String about(Kind kind, String name, java.time.LocalDate day) {
        return words.say("remind.about." + kind.wire(), name, words.weekdayAndDay(day));
    }

    private String day(Instant moment) {
        return words.weekdayAndDay(moment.atZone(account.zone()).toLocalDate());
    }

    private String time(Instant moment) {
        return words.time(moment.atZone(account.zone()).toLocalTime());
    }

    Form form(ReminderSettings settings, Collection<Integer> daysBefore) {
        return new Form(
                settings.at().toString(),
                days(daysBefore),
                String.valueOf(settings.cancelByDays()),
                String.valueOf(settings.trialDays()),
                Stream.of(DayOfWeek.values())
                        .map(
                                day ->
                                        new Option(
                                                day.name().toLowerCase(Locale.ROOT),
                                                day.getDisplayName(
                                                        TextStyle.FULL_STANDALONE, words.locale()),
                                                day == settings.digestOn()))
                        .toList(),
                ReminderSettings.KINDS.stream()
                        .map(
                                kind ->
                                        new Option(
                                                kind.wire(),
                                                words.say("remind.kind." + kind.wire()),
                                                settings.wants(kind)))
                        .toList());
    }

    static String days(Collection<Integer> days) {
        return days.stream()
                .sorted(java.util.Comparator.reverseOrder())
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}

package dev.sayso.reminder;

import dev.sayso.account.Account;
import dev.sayso.event.Money;
import dev.sayso.notification.Kind;
import dev.sayso.notification.Notice;
import dev.sayso.platform.web.Words;
import dev.sayso.subscription.Subscription;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Says what reminders have to tell, in an account's language. */
final class ReminderNotices {
    private static final int WEEK = 7;
    private static final int LINES = 20;

    private final Account account;
    private final LocalDate today;
    private final Words words;

    ReminderNotices(Account account, LocalDate today) {
        this.account = account;
        this.today = today;
        this.words = new Words(account.locale(), today);
    }

    Notice of(Raised raised, Subscription it) {
        var about = raised.aboutOn();
        var price = money(it.costOn(about));
        var title =
                switch (raised.kind()) {
                    case CANCEL_BY, TRIAL_END ->
                            words.say(
                                    key(raised),
                                    it.name(),
                                    day(about),
                                    price,
                                    day(about.minusDays(1)));
                    case PRICE_RISE ->
                            words.say(
                                    key(raised),
                                    it.name(),
                                    day(about),
                                    price,
                                    money(it.costOn(about.minusDays(1))));
                    default -> words.say(key(raised), it.name(), day(about), price);
                };
        return new Notice(
                account.id(),
                raised.key(),
                raised.kind(),
                it.id().value(),
                title,
                "",
                data(raised, it),
                acts(raised));
    }

    /** As it reads on the last day itself, too. */
    private String key(Raised raised) {
        var key = "reminder." + raised.kind().wire();
        var today = raised.aboutOn().equals(this.today) ? key + ".today" : key;
        return words.has(today) ? today : key;
    }

    private static Map<String, String> data(Raised raised, Subscription it) {
        var cost = it.costOn(raised.aboutOn());
        var data = new HashMap<String, String>();
        data.put("reminder_id", raised.id());
        data.put("name", it.name());
        data.put("cost", cost.cost());
        data.put("currency", cost.currency().getCurrencyCode());
        data.put("days_before", String.valueOf(raised.daysBefore()));
        data.put(
                switch (raised.kind()) {
                    case TRIAL_END -> "trial_ends_on";
                    case PLAN_END -> "ends_on";
                    case PRICE_RISE -> "effective_on";
                    default -> "next_renewal_on";
                },
                raised.aboutOn().toString());
        return data;
    }

    /** It can be put off while a day is left for it. */
    private List<String> acts(Raised raised) {
        return raised.kind() != Kind.PAYMENT_MISSED && raised.aboutOn().isAfter(today)
                ? List.of(ReminderActs.DONE, ReminderActs.SNOOZE)
                : List.of(ReminderActs.DONE);
    }

    /** What the week brings; empty when it brings nothing. */
    Optional<Notice> digest(Raised raised, List<Subscription> all) {
        record Due(Subscription it, LocalDate day) {}
        var week = new ArrayList<Due>();
        for (var it : all) {
            it.nextRenewal(today)
                    .filter(day -> day.isBefore(today.plusDays(WEEK)) && !it.renewalAssumed())
                    .ifPresent(day -> week.add(new Due(it, day)));
        }
        if (week.isEmpty()) {
            return Optional.empty();
        }
        week.sort(Comparator.comparing(Due::day).thenComparing(due -> due.it().name()));
        var lines =
                week.stream()
                        .limit(LINES)
                        .map(
                                due ->
                                        words.say(
                                                "reminder.digest.line",
                                                day(due.day()),
                                                due.it().name(),
                                                money(due.it().costOn(due.day()))))
                        .toList();
        return Optional.of(
                together(raised.key(), Kind.DIGEST, "reminder.digest", week.size(), lines));
    }

    /** One line for all that was missed. */
    Optional<Notice> missed(
            List<Raised> missed, Function<Raised, @Nullable Subscription> subscriptions) {
        var lines = new ArrayList<String>();
        var sorted =
                missed.stream()
                        .sorted(Comparator.comparing(Raised::aboutOn).thenComparing(Raised::id))
                        .toList();
        for (var raised : sorted) {
            var it = subscriptions.apply(raised);
            if (it == null) {
                continue;
            }
            var line =
                    words.say(
                            "reminder.missed." + raised.kind().wire(),
                            it.name(),
                            day(raised.aboutOn()),
                            money(it.costOn(raised.aboutOn())));
            if (!lines.contains(line)) {
                lines.add(line);
            }
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        together(
                                "reminder:missed:" + sorted.getLast().id(),
                                Kind.CAUGHT_UP,
                                "reminder.missed",
                                lines.size(),
                                lines.subList(0, Math.min(LINES, lines.size()))));
    }

    private Notice together(String key, Kind kind, String title, int count, List<String> lines) {
        return new Notice(
                account.id(),
                key,
                kind,
                null,
                words.say(title, count, lines.getFirst()),
                lines.size() == 1 ? "" : String.join("\n", lines),
                Map.of("count", String.valueOf(count)),
                List.of());
    }

    private String day(LocalDate day) {
        return day.equals(today) ? words.say("day.today") : words.weekdayAndDay(day);
    }

    private String money(Money money) {
        return words.money(money.amount(), money.currency());
    }
}

package dev.sayso.capture;

import dev.sayso.account.Account;
import dev.sayso.event.BillingCycle;
import dev.sayso.event.Field;
import dev.sayso.event.SubscriptionCreated;
import dev.sayso.event.SubscriptionCycleChanged;
import dev.sayso.language.Draft;
import dev.sayso.platform.web.Words;
import dev.sayso.subscription.Choice;
import dev.sayso.subscription.Fit;
import dev.sayso.subscription.Subscription;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words the one question that a capture puts, with its likely answers first. */
final class Asking {
    /** The order in which what is missing is asked for. */
    private static final List<Field> ORDER =
            List.of(
                    Field.TYPE,
                    Field.NAME,
                    Field.COST,
                    Field.BILLING_CYCLE,
                    Field.NEXT_RENEWAL_ON,
                    Field.DAYS_BEFORE);

    private final Words words;

    private Asking(Words words) {
        this.words = words;
    }

    static Asking of(Account account, Clock clock) {
        return new Asking(new Words(account.locale(), account.today(clock)));
    }

    /** From three months on a wrong day is too dear to be left assumed. */
    static boolean isLong(Reply.Noted noted) {
        return switch (noted.reading().event()) {
            case SubscriptionCreated e -> isLong(e.billingCycle());
            case SubscriptionCycleChanged e -> isLong(e.billingCycle());
            default -> false;
        };
    }

    private static boolean isLong(BillingCycle cycle) {
        return cycle.isByMonths()
                ? cycle.period().toTotalMonths() >= 3
                : cycle.period().getDays() >= 84;
    }

    /** The first thing that a draft lacks, in the order of asking. */
    Optional<Ask> about(List<Draft> drafts, List<String> known) {
        for (var field : ORDER) {
            for (var draft : drafts) {
                if (draft.missing().contains(field)) {
                    return Optional.of(
                            new Ask(field.wire(), text(field, draft), choices(field, known)));
                }
            }
        }
        return drafts.stream()
                .filter(draft -> draft.missing().isEmpty())
                .findFirst()
                .map(this::confirm);
    }

    Ask about(Fit.Unclear unclear, Draft draft) {
        var there = unclear.about().getFirst();
        var text =
                unclear.field() == Field.NAME
                        ? words.say("ask.which", name(draft))
                        : words.say(
                                "ask.new_or_second",
                                words.say("ask.price_of", price(draft), every(draft)),
                                there.name());
        return new Ask(unclear.field().wire(), text, options(unclear.choices()));
    }

    /** What did not fit, beside others that did. */
    Ask about(Reply.Refused refused) {
        var key = "ask." + refused.reason().wire();
        return new Ask("confirm", words.say(key, name(refused.draft())), refused.choices());
    }

    List<Ask.Option> options(List<Choice> choices) {
        return choices.stream()
                .map(
                        choice ->
                                new Ask.Option(
                                        words.say(choice.key(), choice.arguments().toArray()),
                                        choice.answer()))
                .toList();
    }

    /** Where nobody named a day of renewal: it stands in the list as assumed until one is set. */
    Optional<Ask> aboutRenewal(List<Subscription> assumed) {
        return assumed.stream()
                .filter(it -> !it.cycle().equals(BillingCycle.DAILY))
                .findFirst()
                .map(
                        it ->
                                new Ask(
                                        Field.NEXT_RENEWAL_ON.wire(),
                                        words.say("ask.next_renewal_on", it.name()),
                                        days()));
    }

    /** Something that was let go, of which a name and a price were read. */
    Optional<Ask> aboutRepeating(List<Draft> drafts) {
        return drafts.stream()
                        .anyMatch(
                                draft ->
                                        draft.name() != null
                                                && draft.values().containsKey(Field.COST))
                ? Optional.of(
                        new Ask(
                                Field.BILLING_CYCLE.wire(),
                                words.say("ask.repeats"),
                                List.of(cycle("monthly"), cycle("yearly"))))
                : Optional.empty();
    }

    private Ask confirm(Draft draft) {
        return new Ask(
                "confirm",
                words.say("ask.confirm"),
                List.of(
                        option("choice.yes", "confirm", "true"),
                        option("choice.no", "confirm", "false")));
    }

    private String text(Field field, Draft draft) {
        var name = name(draft);
        return switch (field) {
            case TYPE -> words.say("ask.type", price(draft), name);
            case NAME -> words.say("ask.name");
            case COST -> words.say("ask.cost", name);
            case BILLING_CYCLE ->
                    draft.values().containsKey(Field.COST)
                            ? words.say("ask.billing_cycle", price(draft))
                            : words.say("ask.billing_cycle.of", name);
            case NEXT_RENEWAL_ON -> words.say("ask.next_renewal_on", name);
            case DAYS_BEFORE -> words.say("ask.days_before");
            default -> throw new IllegalStateException("nothing asks for " + field);
        };
    }

    private List<Ask.Option> choices(Field field, List<String> known) {
        return switch (field) {
            case BILLING_CYCLE -> List.of(cycle("monthly"), cycle("quarterly"), cycle("yearly"));
            case TYPE ->
                    List.of(
                            option("choice.new_price", "type", "SUBSCRIPTION_PRICE_CHANGED"),
                            option("choice.payment", "type", "PAYMENT_RECORDED"));
            case NAME ->
                    known.stream()
                            .limit(5)
                            .map(name -> new Ask.Option(name, Map.of("name", name)))
                            .toList();
            case NEXT_RENEWAL_ON -> days();
            case DAYS_BEFORE -> List.of(daysBefore(1), daysBefore(2), daysBefore(7));
            default -> List.of();
        };
    }

    private List<Ask.Option> days() {
        var today = words.today();
        var options = new ArrayList<Ask.Option>();
        options.add(day(words.say("choice.today"), today));
        for (int dayOfMonth : new int[] {1, 5}) {
            var day = today.withDayOfMonth(dayOfMonth);
            options.add(
                    day(
                            words.say("choice.day." + dayOfMonth),
                            day.isAfter(today) ? day : day.plusMonths(1)));
        }
        return options;
    }

    private static Ask.Option day(String text, LocalDate day) {
        return new Ask.Option(text, Map.of(Field.NEXT_RENEWAL_ON.wire(), day.toString()));
    }

    private Ask.Option cycle(String cycle) {
        return option("choice." + cycle, Field.BILLING_CYCLE.wire(), cycle);
    }

    private Ask.Option daysBefore(int days) {
        return option(
                "choice.days_before." + days, Field.DAYS_BEFORE.wire(), Integer.toString(days));
    }

    private Ask.Option option(String key, String field, String value) {
        return new Ask.Option(words.say(key), Map.of(field, value));
    }

    private String name(Draft draft) {
        var name = draft.name();
        return name == null ? words.say("ask.it") : name;
    }

    private String price(Draft draft) {
        return draft.values().get(Field.COST) instanceof BigDecimal cost
                        && draft.values().get(Field.CURRENCY) instanceof Currency currency
                ? words.money(cost, currency)
                : "";
    }

    private String every(Draft draft) {
        return draft.values().get(Field.BILLING_CYCLE) instanceof BillingCycle cycle
                ? words.per(cycle.period())
                : "";
    }
}

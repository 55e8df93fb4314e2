package dev.sayso.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.event.BillingCycle;
import dev.sayso.event.Money;
import dev.sayso.insight.Answer.Row;
import dev.sayso.insight.Answer.Span;
import dev.sayso.insight.Answer.Total;
import dev.sayso.language.Question;
import dev.sayso.language.Question.Measure;
import dev.sayso.language.Question.Order;
import dev.sayso.ledger.CaptureId;
import dev.sayso.ledger.EventId;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.platform.web.Words;
import dev.sayso.subscription.Payment;
import dev.sayso.subscription.Subscription;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is answered, counted anew here by hand. */
class AnsweringTests {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Words WORDS = new Words(Locale.forLanguageTag("en-IN"), TODAY);
    private static final Currency INR = Currency.getInstance("INR");

    private final List<Subscription> list =
            List.of(
                    of("Netflix", "499 INR", "monthly", "2026-11-26"),
                    of("Spotify", "119 INR", "monthly", "2026-11-28"),
                    of("The Hindu", "2388 INR", "yearly", "2026-12-05"),
                    of("Milk", "60 INR", "weekly", "2026-11-25"),
                    of("iCloud", "2.99 USD", "monthly", "2026-12-01"),
                    free(of("Hulu", "17.99 USD", "monthly", "2026-12-03"), "2026-12-03"),
                    paused(of("Gym", "1500 INR", "monthly", "2026-12-01"), "2027-03-01"),
                    cancelled(of("Prime", "1499 INR", "yearly", "2027-01-01"), "2026-12-31"),
                    ended(of("Class", "900 INR", "monthly", "2026-09-10"), "2026-10-31"));

    private static final List<Payment> PAID =
            List.of(
                    paid("Netflix", "499 INR", "2026-10-26"),
                    paid("Spotify", "119 INR", "2026-10-28"),
                    paid("iCloud", "2.99 USD", "2026-10-01"),
                    paid("Netflix", "449 INR", "2026-09-26"));

    @Test
    void addsUpWhatIsActiveOneSumACurrency() {
        var answer = ask(new Question(Measure.TOTAL));

        // the year: 12 × 618 + 2388 + 60 × 365.2425/7
        // 499 + 119 + 2388/12 + 60 × 365.2425/84: Hulu is free, the gym paused, the rest over
        assertThat(answer.totals())
                .containsExactly(
                        total("1077.89", "INR", Span.MONTH),
                        total("2.99", "USD", Span.MONTH),
                        total("12934.65", "INR", Span.YEAR),
                        total("35.88", "USD", Span.YEAR));
        assertThat(answer.text())
                .isEqualTo(
                        "You pay ₹1,077.89 and $2.99 a month. In a year that is ₹12,934.65 and"
                                + " $35.88. Hulu is free for now and not counted. Gym is paused and"
                                + " not counted.");
        assertThat(names(answer))
                .containsExactly("Netflix", "Milk", "The Hindu", "Spotify", "iCloud");
        assertThat(answer.count()).isEqualTo(5);
    }

    static Stream<Arguments> windows() {
        return Stream.of(
                Arguments.of("2026-11-24", "2026-11-29", 3, "678 INR", "Milk,Netflix,Spotify"),
                Arguments.of("2026-11-24", "2026-11-24", 0, "", ""),
                Arguments.of("2026-11-26", "2026-11-26", 1, "499 INR", "Netflix"),
                Arguments.of(
                        "2026-12-01",
                        "2026-12-07",
                        4,
                        "2448 INR,20.98 USD",
                        "iCloud,Milk,Hulu,The Hindu"),
                // weeks of March: 3, 10, 17, 24, 31; the gym is paid again from the 1st on
                Arguments.of(
                        "2027-03-01",
                        "2027-03-31",
                        10,
                        "2418 INR,20.98 USD",
                        "iCloud,Gym,Milk,Hulu,Milk,Milk,Milk,Netflix,Spotify,Milk"),
                Arguments.of("2026-12-31", "2027-01-01", 1, "2.99 USD", "iCloud"));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void listsWhatRenewsInTheDays(String from, String to, int count, String sums, String names) {
        var answer =
                ask(
                        new Question(
                                Measure.LIST,
                                List.of(),
                                List.of(),
                                day(from),
                                day(to),
                                null,
                                null));

        assertThat(answer.count()).isEqualTo(count);
        assertThat(answer.totals().stream().map(AnsweringTests::said))
                .containsExactlyElementsOf(split(sums));
        assertThat(names(answer)).containsExactlyInAnyOrderElementsOf(split(names));
        assertThat(answer.rows()).isSortedAccordingTo((a, b) -> a.on().compareTo(b.on()));
    }

    @Test
    void tellsWhatWasPaidApartFromWhatIsStillDue() {
        var answer =
                ask(
                        new Question(
                                Measure.TOTAL,
                                List.of(),
                                List.of(),
                                day("2026-10-01"),
                                day("2026-11-30"),
                                null,
                                null));

        assertThat(answer.totals())
                .containsExactly(
                        total("618", "INR", Span.PAID),
                        total("2.99", "USD", Span.PAID),
                        total("678", "INR", Span.DUE));
        assertThat(answer.text())
                .isEqualTo(
                        "₹618 and $2.99 is noted as paid from 1 Oct to 30 Nov. ₹678 falls due until"
                                + " 30 Nov.");
    }

    static Stream<Arguments> sentences() {
        return Stream.of(
                Arguments.of(
                        named(Measure.NEXT_RENEWAL, "netflix"),
                        "Netflix renews on Thursday: ₹499."),
                Arguments.of(
                        named(Measure.NEXT_RENEWAL, "Hulu"),
                        "Hulu is free until its first payment on 3 Dec: $17.99."),
                Arguments.of(
                        named(Measure.NEXT_RENEWAL, "Gym"),
                        "Gym is paused until 1 Mar 2027. After that it renews on 1 Mar 2027:"
                                + " ₹1,500."),
                Arguments.of(
                        named(Measure.NEXT_RENEWAL, "Prime"),
                        "You cancelled Prime, so it does not renew."),
                Arguments.of(
                        named(Measure.NEXT_RENEWAL, "Class"),
                        "Class has ended, so it does not renew."),
                Arguments.of(named(Measure.NEXT_RENEWAL, "Disney"), "Disney is not in your list."),
                Arguments.of(named(Measure.PRICE, "The Hindu"), "The Hindu costs ₹2,388 a year."),
                Arguments.of(
                        named(Measure.PRICE, "Prime"),
                        "You pay no more for Prime. It cost ₹1,499 a year."),
                Arguments.of(named(Measure.LIST, "Netflix"), "Netflix costs ₹499 a month."),
                Arguments.of(
                        new Question(Measure.NEXT_RENEWAL),
                        "You have 7 subscriptions. The next is Milk tomorrow: ₹60."),
                Arguments.of(
                        new Question(Measure.COUNT),
                        "You have 7 subscriptions. Hulu is free for now and not counted. Gym is"
                                + " paused and not counted."),
                Arguments.of(
                        named(Measure.PAYMENTS, "Netflix"),
                        "₹948 is noted as paid to Netflix, in 2 payments."),
                Arguments.of(
                        named(Measure.PAYMENTS, "Gym"),
                        "No payment to Gym is noted yet. Say: paid 499 for Gym."),
                Arguments.of(
                        new Question(Measure.LIST, List.of(), List.of(), null, null, Order.COST, 1),
                        "The dearest is Netflix at ₹499 a month. The cheapest is Spotify at ₹119 a"
                                + " month. The dearest is Hulu at $17.99 a month. The cheapest is"
                                + " iCloud at $2.99 a month."),
                Arguments.of(
                        new Question(
                                Measure.TOTAL, List.of(), List.of("music"), null, null, null, null),
                        "You pay ₹119 a month for music. In a year that is ₹1,428."),
                Arguments.of(
                        new Question(
                                Measure.TOTAL,
                                List.of(),
                                List.of("insurance"),
                                null,
                                null,
                                null,
                                null),
                        "Nothing in your list is known to be for insurance."));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void saysItInASentence(Question question, String sentence) {
        assertThat(ask(question).text()).isEqualTo(sentence);
    }

    @Test
    void holdsFiftyRowsAndCountsAll() {
        var many =
                IntStream.range(0, 60)
                        .mapToObj(
                                i -> of("Plan " + i, "999999999999.99 INR", "daily", "2026-11-25"))
                        .toList();

        var answer = ask(many, new Question(Measure.TOTAL));

        assertThat(answer.count()).isEqualTo(60);
        assertThat(answer.rows()).hasSize(Answer.MAX_ROWS);
        // more digits than a price may have: 60 × 999999999999.99 × 146097/4800
        assertThat(answer.totals().getFirst().amount()).isEqualByComparingTo("1826212499999981.74");
    }

    @Test
    void comesBackFromJsonAsItWas() {
        var answer = ask(new Question(Measure.TOTAL));
        var text = new java.io.StringWriter();
        try (var to =
                new tools.jackson.core.json.JsonFactory()
                        .createGenerator(tools.jackson.core.ObjectWriteContext.empty(), text)) {
            to.writeStartObject();
            AnswerJson.writeMembers(to, answer);
            to.writeEndObject();
        }

        var read =
                AnswerJson.read(
                        new tools.jackson.databind.json.JsonMapper().readTree(text.toString()));

        assertThat(read).isEqualTo(answer);
    }

    private Answer ask(Question question) {
        return ask(list, question);
    }

    private static Answer ask(List<Subscription> list, Question question) {
        var window = Window.of(question, TODAY);
        var paid =
                PAID.stream()
                        .filter(
                                it ->
                                        window == null
                                                || !it.paidOn().isBefore(window.from())
                                                        && !it.paidOn().isAfter(window.to()))
                        .toList();
        return new Answering(question, window, list, paid, new Telling(WORDS, INR)).answer();
    }

    private static Question named(Measure measure, String name) {
        return new Question(measure, List.of(name), List.of(), null, null, null, null);
    }

    private static List<String> names(Answer answer) {
        return answer.rows().stream().map(Row::name).toList();
    }

    private static Total total(String amount, String currency, Span span) {
        var in = Currency.getInstance(currency);
        return new Total(new BigDecimal(amount).setScale(in.getDefaultFractionDigits()), in, span);
    }

    private static String said(Total total) {
        return total.amount().stripTrailingZeros().toPlainString()
                + " "
                + total.currency().getCurrencyCode();
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Money money(String text) {
        var parts = text.split(" ");
        return new Money(new BigDecimal(parts[0]), Currency.getInstance(parts[1]));
    }

    private static Payment paid(String name, String cost, String on) {
        return new Payment(
                new EventId(name + on),
                new SubscriptionId(name),
                name,
                money(cost),
                day(on),
                new CaptureId("said"));
    }

    private static Subscription of(String name, String cost, String cycle, String next) {
        return new Subscription(
                new SubscriptionId(name),
                name,
                money(cost),
                null,
                BillingCycle.parse(cycle),
                day(next),
                day(next),
                false,
                null,
                null,
                null,
                false,
                null,
                null,
                1);
    }

    private static Subscription free(Subscription it, String until) {
        return changed(it, day(until), null, false, null, null);
    }

    private static Subscription paused(Subscription it, String until) {
        return changed(it, null, null, true, day(until), null);
    }

    private static Subscription cancelled(Subscription it, String on) {
        return changed(it, null, null, false, null, day(on));
    }

    private static Subscription ended(Subscription it, String on) {
        return changed(it, null, day(on), false, null, null);
    }

    private static Subscription changed(
            Subscription it,
            @Nullable LocalDate trial,
            @Nullable LocalDate ends,
            boolean paused,
            @Nullable LocalDate resumes,
            @Nullable LocalDate cancelled) {
        return new Subscription(
                it.id(),
                it.name(),
                it.cost(),
                null,
                it.cycle(),
                it.anchorOn(),
                it.renewsFrom(),
                false,
                null,
                trial,
                ends,
                paused,
                resumes,
                cancelled,
                1);
    }
}

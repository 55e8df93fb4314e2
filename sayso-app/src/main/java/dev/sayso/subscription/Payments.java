package dev.sayso.subscription;

import dev.sayso.account.Account;
import dev.sayso.account.AccountId;
import dev.sayso.event.Money;
import dev.sayso.event.PaymentRecorded;
import dev.sayso.ledger.CaptureId;
import dev.sayso.ledger.EventId;
import dev.sayso.ledger.EventLog;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.time.Ids;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What was noted as paid, and which periods that settles. */
@Component
public final class Payments {
    /** How many payments a page, or an answer, may hold. */
    public static final int MAX_PAGE = 200;

    private static final int MOST = 2_000;
    private static final int WATCHED = 200;
    private static final String LAST = "9999";

    private final Subscriptions subscriptions;
    private final EventLog log;
    private final Readers readers;
    private final Writer writer;
    private final Clock clock;
    private final Ids ids;

    Payments(
            Subscriptions subscriptions,
            EventLog log,
            Readers readers,
            Writer writer,
            Clock clock,
            Ids ids) {
        this.subscriptions = subscriptions;
        this.log = log;
        this.readers = readers;
        this.writer = writer;
        this.clock = clock;
        this.ids = ids;
    }

    /** Those of the days, both inclusive, the last first: as many as two thousand. */
    public List<Payment> between(AccountId account, LocalDate from, LocalDate to) {
        return readers.read(db -> SqlPayments.between(db, account, from, to, MOST));
    }

    /** The last ones of all. */
    public List<Payment> latest(AccountId account) {
        return readers.read(db -> SqlPayments.before(db, account, LAST, "", MAX_PAGE));
    }

    /** A page of all, the last first, after one of that day and id. */
    public List<Payment> before(AccountId account, String day, String id, int limit) {
        return readers.read(
                db -> SqlPayments.before(db, account, day, id, Math.min(limit, MAX_PAGE + 1)));
    }

    /** Those of one subscription, the last first. */
    public List<Payment> of(AccountId account, SubscriptionId subscription) {
        return readers.read(db -> SqlPayments.of(db, account, subscription, MOST));
    }

    /** The periods of a subscription, as {@link Period} tells. */
    public List<Period> periods(Account account, SubscriptionId subscription) {
        return readers.read(db -> periods(db, account, subscription));
    }

    /** A period that was to be paid and was not. */
    public record Missing(Subscription subscription, Period period) {}

    /**
     * What was expected and did not come, the oldest first: of subscriptions whose payments are
     * noted at all, since the first of them, when its day has passed. Computed, never stored.
     */
    public List<Missing> missing(Account account) {
        var today = account.today(clock);
        return readers.read(
                db -> {
                    var missing = new ArrayList<Missing>();
                    for (var id : SqlPayments.watched(db, account.id(), WATCHED)) {
                        subscriptions
                                .find(db, account.id(), id)
                                .filter(it -> it.assumed().isEmpty())
                                .ifPresent(
                                        it ->
                                                periods(db, account, id).stream()
                                                        .filter(period -> !period.isSettled())
                                                        .filter(
                                                                period ->
                                                                        period.dueOn()
                                                                                .isBefore(today))
                                                        .map(period -> new Missing(it, period))
                                                        .forEach(missing::add));
                    }
                    missing.sort(Comparator.comparing(it -> it.period().dueOn()));
                    return missing;
                });
    }

    /**
     * Notes that a period was paid. A period that is settled is not paid again: a second tap counts
     * once.
     *
     * @param dueOn which period; the nearest that is open where it is absent
     * @param cost what was paid; what was expected where it is absent
     * @return the payment that settles the period
     * @throws Unfit when there is no such period
     */
    public Payment pay(
            Account account,
            SubscriptionId id,
            @Nullable LocalDate dueOn,
            @Nullable Money cost,
            @Nullable LocalDate paidOn) {
        var cause = new CaptureId(ids.next());
        return writer.write(
                db -> {
                    var it =
                            subscriptions
                                    .find(db, account.id(), id)
                                    .orElseThrow(
                                            () ->
                                                    new NoSuchSubscription(
                                                            "subscription", id.value()));
                    var today = account.today(clock);
                    var period = find(periods(db, account, id), dueOn, today);
                    if (period.paid() != null) {
                        return period.paid();
                    }
                    var on = paidOn == null ? day(db, account, it, period, today) : paidOn;
                    var event =
                            new PaymentRecorded(
                                    it.name(), cost == null ? period.expected() : cost, on);
                    subscriptions.change(db, account, it, event, cause);
                    return SqlPayments.of(db, account.id(), id, MOST).stream()
                            .filter(payment -> payment.cause().equals(cause))
                            .findFirst()
                            .orElseThrow();
                });
    }

    private static Period find(List<Period> periods, @Nullable LocalDate dueOn, LocalDate today) {
        Optional<Period> found =
                dueOn != null
                        ? periods.stream().filter(it -> it.dueOn().equals(dueOn)).findFirst()
                        : periods.stream()
                                .min(
                                        Comparator.comparing(
                                                it ->
                                                        Math.abs(
                                                                ChronoUnit.DAYS.between(
                                                                        it.dueOn(), today))));
        return found.orElseThrow(
                () ->
                        new Unfit(
                                "unfit.period",
                                dueOn == null
                                        ? "nothing falls due of it, so there is nothing to pay"
                                        : "period_on \""
                                                + dueOn
                                                + "\" is no day on which it falls due; GET its"
                                                + " payments for those"));
    }

    /** Today where that settles the period, else the period's own day. */
    private LocalDate day(
            JdbcClient db, Account account, Subscription it, Period period, LocalDate today) {
        var tried = new ArrayList<>(SqlPayments.of(db, account.id(), it.id(), MOST));
        tried.add(
                new Payment(
                        new EventId("~"),
                        it.id(),
                        it.name(),
                        period.expected(),
                        today,
                        new CaptureId("")));
        return Periods.of(log.of(db, account.id(), it.id()), tried, today).stream()
                        .filter(then -> then.dueOn().equals(period.dueOn()))
                        .anyMatch(Period::isSettled)
                ? today
                : period.dueOn();
    }

    private List<Period> periods(JdbcClient db, Account account, SubscriptionId id) {
        return Periods.of(
                log.of(db, account.id(), id),
                SqlPayments.of(db, account.id(), id, MOST),
                account.today(clock));
    }
}

package dev.sayso.subscription;

import dev.sayso.account.Account;
import dev.sayso.account.AccountId;
import dev.sayso.event.EventType;
import dev.sayso.event.Field;
import dev.sayso.event.SubscriptionCreated;
import dev.sayso.event.SubscriptionEvent;
import dev.sayso.event.SubscriptionRenewalSet;
import dev.sayso.ledger.CaptureId;
import dev.sayso.ledger.EventLog;
import dev.sayso.ledger.StoredEvent;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.time.Ids;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person has. Noting happens inside a unit of {@code Writer}: the name is turned into a
 * subscription, the rules applied, the event appended and the row folded, all in that unit.
 */
@Component
public final class Subscriptions {
    /** How many subscriptions a page may hold. */
    public static final int MAX_PAGE = 200;

    // more of one name are not told apart by a question
    private static final int SAME_NAME = 20;
    private static final int KNOWN = 2_000;

    private final EventLog log;
    private final Readers readers;
    private final Clock clock;
    private final Ids ids;

    Subscriptions(EventLog log, Readers readers, Clock clock, Ids ids) {
        this.log = log;
        this.readers = readers;
        this.clock = clock;
        this.ids = ids;
    }

    /** Notes what was said, or says why it does not fit. */
    public Fit note(JdbcClient db, Account account, Said said, CaptureId cause) {
        var event = said.event();
        var name = event.name();
        if (name == null) { // a reminder for all of them
            return new Fit.Noted(log.append(db, account, null, event, cause), null);
        }
        var today = account.today(clock);
        var named = SqlSubscriptions.named(db, account.id(), NameKey.of(name), SAME_NAME);
        var standing = named.stream().filter(it -> it.isStanding(today)).toList();
        if (event instanceof SubscriptionCreated created) {
            var misfit =
                    said.confirmed()
                            ? Optional.<Fit>empty()
                            : Rules.created(created, standing, today);
            return misfit.orElseGet(() -> create(db, account, created, !standing.isEmpty(), cause));
        }
        var candidates = standing.isEmpty() ? named : standing;
        if (candidates.isEmpty()) {
            return Rules.unknown(event);
        }
        if (candidates.size() > 1 && !standing.isEmpty()) {
            return new Fit.Unclear(
                    Field.NAME,
                    candidates,
                    candidates.stream()
                            .map(
                                    it ->
                                            new Choice(
                                                    "choice.name",
                                                    List.of(it.name()),
                                                    Map.of("name", it.name())))
                            .toList());
        }
        var it = candidates.getLast();
        return Rules.change(event, it)
                .orElseGet(() -> append(db, account, it, inCurrencyOf(it, said), cause));
    }

    /** Sets the day of the next renewal of a subscription that is known by its id. */
    public Fit.Noted setRenewal(
            JdbcClient db, Account account, Subscription it, LocalDate day, CaptureId cause) {
        return append(db, account, it, new SubscriptionRenewalSet(it.name(), day), cause);
    }

    /** Puts a corrected event in the place of one that stands, of the same subscription. */
    public Fit.Noted replace(
            JdbcClient db,
            Account account,
            StoredEvent old,
            SubscriptionEvent corrected,
            CaptureId cause) {
        log.turn(db, account, old, cause);
        var id = old.subscriptionId();
        var stored = log.append(db, account, id, corrected, cause, old.id());
        return noted(stored, id == null ? Optional.empty() : fold(db, account.id(), id));
    }

    /** Appends an event that was made for it, and folds it. */
    Subscription change(
            JdbcClient db,
            Account account,
            Subscription it,
            SubscriptionEvent event,
            CaptureId cause) {
        return Objects.requireNonNull(append(db, account, it, event, cause).subscription());
    }

    /** Whether another one that is paid for has that name. */
    boolean isTaken(JdbcClient db, Account account, Subscription it, String name) {
        var today = account.today(clock);
        return it.isStanding(today)
                && SqlSubscriptions.named(db, account.id(), NameKey.of(name), SAME_NAME).stream()
                        .anyMatch(other -> !other.id().equals(it.id()) && other.isStanding(today));
    }

    /** Notes something about a subscription that is known, read in this unit. */
    public Fit.Noted append(
            JdbcClient db,
            Account account,
            Subscription before,
            SubscriptionEvent event,
            CaptureId cause) {
        var stored = log.append(db, account, before.id(), event, cause);
        SqlPayments.add(db, stored);
        return noted(stored, put(db, account.id(), Fold.next(before, stored)));
    }

    /**
     * Takes events back that stand, or lets events stand again that were taken back, and folds
     * anew.
     *
     * @return the subscriptions that were folded, as they are then; those that are not there any
     *     more are left out
     */
    public List<Subscription> turn(
            JdbcClient db, Account account, List<StoredEvent> events, CaptureId cause) {
        events.forEach(stored -> log.turn(db, account, stored, cause));
        return events.stream()
                .map(StoredEvent::subscriptionId)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(id -> fold(db, account.id(), id).stream())
                .toList();
    }

    /** The names of what the account has, for the understanding of the next message. */
    public List<String> known(JdbcClient db, AccountId account) {
        return SqlSubscriptions.names(db, account, KNOWN);
    }

    /** Whether it is paid for while another of its name is, too, so that neither can be named. */
    public boolean isTwice(JdbcClient db, Account account, Subscription it) {
        var today = account.today(clock);
        return it.isStanding(today)
                && SqlSubscriptions.named(db, account.id(), NameKey.of(it.name()), SAME_NAME)
                                .stream()
                                .filter(other -> other.isStanding(today))
                                .count()
                        > 1;
    }

    /** Those of that name, whatever its writing, ended ones included; the youngest last. */
    public List<Subscription> named(AccountId account, String name) {
        return readers.read(db -> SqlSubscriptions.named(db, account, NameKey.of(name), SAME_NAME));
    }

    /**
     * The subscription.
     *
     * @throws NoSuchSubscription when it is not the account's
     */
    public Subscription get(AccountId account, SubscriptionId id) {
        return find(account, id)
                .orElseThrow(() -> new NoSuchSubscription("subscription", id.value()));
    }

    public Optional<Subscription> find(AccountId account, SubscriptionId id) {
        return readers.read(db -> find(db, account, id));
    }

    public Optional<Subscription> find(JdbcClient db, AccountId account, SubscriptionId id) {
        return row(db, account, id);
    }

    /** As {@link #find}, for who has only the unit. */
    public static Optional<Subscription> row(JdbcClient db, AccountId account, SubscriptionId id) {
        return SqlSubscriptions.find(db, account, id);
    }

    /**
     * A page of the account's subscriptions after an id ({@code ""} from the first), in the order
     * in which they were noted.
     */
    public List<Subscription> after(AccountId account, String id, int limit) {
        return readers.read(db -> after(db, account, id, limit));
    }

    public List<Subscription> after(JdbcClient db, AccountId account, String id, int limit) {
        return SqlSubscriptions.after(db, account, id, Math.min(limit, MAX_PAGE + 1));
    }

    /** All of the account, in the order in which they were noted. */
    public List<Subscription> all(AccountId account) {
        var all = new ArrayList<Subscription>();
        List<Subscription> page;
        do {
            page = after(account, all.isEmpty() ? "" : all.getLast().id().value(), MAX_PAGE);
            all.addAll(page);
        } while (page.size() == MAX_PAGE);
        return all;
    }

    private Fit create(
            JdbcClient db,
            Account account,
            SubscriptionCreated event,
            boolean beside,
            CaptureId cause) {
        var it = beside ? renamed(event, freeName(db, account, event.name())) : event;
        var stored = log.append(db, account, new SubscriptionId(ids.next()), it, cause);
        return noted(stored, put(db, account.id(), Fold.next(null, stored)));
    }

    /** "Netflix 2" beside "Netflix", so that each can be spoken of. */
    private static String freeName(JdbcClient db, Account account, String name) {
        for (int number = 2; ; number++) {
            var numbered = name + " " + number;
            if (SqlSubscriptions.named(db, account.id(), NameKey.of(numbered), 1).isEmpty()) {
                return numbered;
            }
        }
    }

    private Optional<Subscription> fold(JdbcClient db, AccountId account, SubscriptionId id) {
        var standing = log.of(db, account, id);
        var folded = Fold.of(standing);
        SqlPayments.remove(db, account, id);
        folded.ifPresentOrElse(
                it -> {
                    SqlSubscriptions.put(db, account, it);
                    standing.forEach(stored -> SqlPayments.add(db, stored));
                },
                () -> SqlSubscriptions.remove(db, account, id));
        return folded;
    }

    private static Optional<Subscription> put(
            JdbcClient db, AccountId account, @Nullable Subscription it) {
        if (it != null) {
            SqlSubscriptions.put(db, account, it);
        }
        return Optional.ofNullable(it);
    }

    private static Fit.Noted noted(StoredEvent stored, Optional<Subscription> it) {
        return new Fit.Noted(stored, it.orElse(null));
    }

    private static SubscriptionEvent renamed(SubscriptionEvent event, String name) {
        return with(event, Field.NAME, name);
    }

    /**
     * The event as it is stored: a currency that nobody named yields to the subscription's own, a
     * name to its own writing.
     */
    private static SubscriptionEvent inCurrencyOf(Subscription it, Said said) {
        var event = renamed(said.event(), it.name());
        var own = it.cost().currency();
        return said.currencyImplied()
                        && event.fields().get(Field.CURRENCY) instanceof Currency other
                        && !other.equals(own)
                ? with(event, Field.CURRENCY, own)
                : event;
    }

    private static SubscriptionEvent with(SubscriptionEvent event, Field field, Object value) {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        fields.putAll(event.fields());
        fields.put(field, value);
        EventType type = event.type();
        return type.build(fields);
    }
}

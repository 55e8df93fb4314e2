package dev.sayso.capture;

import dev.sayso.account.Account;
import dev.sayso.account.AccountId;
import dev.sayso.insight.Answer;
import dev.sayso.insight.Insight;
import dev.sayso.language.Draft;
import dev.sayso.language.Message;
import dev.sayso.language.Outcome;
import dev.sayso.language.Parser;
import dev.sayso.language.Turn;
import dev.sayso.ledger.CaptureId;
import dev.sayso.ledger.EventLog;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.time.Ids;
import dev.sayso.platform.time.Moments;
import dev.sayso.platform.web.Idempotency;
import dev.sayso.subscription.Subscriptions;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The one way in: takes what is said and makes it durable before it answers. */
@Component
public final class Captures {
    private static final Logger log = LoggerFactory.getLogger(Captures.class);
    private static final Duration CORRECTABLE = Duration.ofMinutes(10);
    private static final int OPEN = 20;
    private static final int TOLD = 10;

    private final Parser parser;
    private final Insight insight;
    private final Subscriptions subscriptions;
    private final EventLog events;
    private final Writer writer;
    private final Readers readers;
    private final Idempotency idempotency;
    private final Clock clock;
    private final Ids ids;

    Captures(
            Parser parser,
            Insight insight,
            Subscriptions subscriptions,
            EventLog events,
            Writer writer,
            Readers readers,
            Idempotency idempotency,
            Clock clock,
            Ids ids) {
        this.parser = parser;
        this.insight = insight;
        this.subscriptions = subscriptions;
        this.events = events;
        this.writer = writer;
        this.readers = readers;
        this.idempotency = idempotency;
        this.clock = clock;
        this.ids = ids;
    }

    /** What {@link #take} gives: the reply, or the one that the same key was given before. */
    public sealed interface Taken {
        record Fresh(Reply reply, String json) implements Taken {}

        record Again(Reply reply, String json) implements Taken {}

        Reply reply();

        /** The reply as it is stored. */
        String json();
    }

    /**
     * Takes a message: understands it, notes it, and returns when it is durable.
     *
     * @param key under which the same message twice is one capture
     * @throws Idempotency.KeyReused when the key came with another message
     */
    public Taken take(Account account, Idempotency.@Nullable Key key, Incoming incoming) {
        return take(account, key, incoming, true);
    }

    /**
     * As {@link #take(Account, Idempotency.Key, Incoming)}.
     *
     * @param trusted whether the text is what was said; if not, nothing is recorded of it before
     *     the person said yes
     */
    public Taken take(
            Account account, Idempotency.@Nullable Key key, Incoming incoming, boolean trusted) {
        var context = readers.read(db -> context(db, account.id(), key));
        if (context.reply != null) {
            return new Taken.Again(ReplyJson.read(context.reply), context.reply);
        }
        var id = new CaptureId(ids.next());
        MDC.put("capture_id", id.value());
        try {
            var previous = context.previous;
            var message =
                    message(
                            account,
                            incoming,
                            context.known,
                            previous == null ? null : previous.outcome());
            var parsed = parser.parse(message);
            var outcome = trusted ? parsed : unsure(parsed);
            var asking = Asking.of(account, clock);
            // read before the unit, which is for writing
            var answer =
                    outcome instanceof Outcome.Query(var question)
                            ? insight.answer(account, question)
                            : null;
            var taken =
                    writer.write(
                            db -> {
                                var before = key == null ? null : kept(db, key);
                                if (before != null) {
                                    return new Taken.Again(ReplyJson.read(before), before);
                                }
                                var reply =
                                        record(
                                                db, account, asking, id, message, outcome, previous,
                                                answer);
                                var json = ReplyJson.write(reply);
                                SqlCaptures.add(
                                        db,
                                        account.id(),
                                        message,
                                        Moments.text(clock.instant()),
                                        reply,
                                        json);
                                if (key != null) {
                                    idempotency.keep(db, key, json);
                                }
                                return new Taken.Fresh(reply, json);
                            });
            log.info("captured as {}", ReplyJson.status(taken.reply()));
            return taken;
        } finally {
            MDC.remove("capture_id");
        }
    }

    private static Outcome unsure(Outcome outcome) {
        if (!(outcome instanceof Outcome.Recorded(var readings, var drafts, var turn))) {
            return outcome;
        }
        var asked = new ArrayList<>(readings.stream().map(Draft::of).toList());
        asked.addAll(drafts);
        return new Outcome.NeedsInput(asked, turn);
    }

    /** How what the account says now would be understood; nothing is kept of it. */
    public Understanding understanding(Account account) {
        var context = readers.read(db -> context(db, account.id(), null));
        var previous = context.previous == null ? null : context.previous.outcome();
        return new Understanding(
                context.known,
                incoming -> parser.parse(message(account, incoming, context.known, previous)));
    }

    /**
     * How an account would be understood at one moment.
     *
     * @param known the names of what it has
     */
    public record Understanding(List<String> known, Function<Incoming, Outcome> parse) {}

    /**
     * What a message is understood with.
     *
     * @param reply the one that its key was given before
     * @param previous the last reply, while a message may still correct or answer it
     */
    private record Context(@Nullable String reply, List<String> known, @Nullable Reply previous) {}

    private Context context(JdbcClient db, AccountId account, Idempotency.@Nullable Key key) {
        var reply = key == null ? null : kept(db, key);
        if (reply != null) {
            return new Context(reply, List.of(), null);
        }
        var previous =
                SqlCaptures.latest(db, account)
                        .filter(stored -> !stored.isUndone())
                        .filter(this::isRecent)
                        .map(Stored::reply)
                        .orElse(null);
        return new Context(null, subscriptions.known(db, account), previous);
    }

    private @Nullable String kept(JdbcClient db, Idempotency.Key key) {
        return idempotency.find(db, key).orElse(null);
    }

    private boolean isRecent(Stored stored) {
        return Instant.parse(stored.receivedAt()).plus(CORRECTABLE).isAfter(clock.instant());
    }

    /** A capture of the account. */
    public Stored get(AccountId account, CaptureId id) {
        return readers.read(db -> SqlCaptures.find(db, account, id))
                .orElseThrow(() -> new NoSuchCapture(id));
    }

    /** The captures whose questions are open, newest first. */
    public List<Stored> open(AccountId account) {
        return readers.read(db -> SqlCaptures.open(db, account, OPEN));
    }

    /** The last capture of the account, if it has any. */
    public Optional<Stored> latest(AccountId account) {
        return readers.read(db -> SqlCaptures.latest(db, account));
    }

    /** The last capture that told something: questions and calls for help tell nothing. */
    public Optional<Stored> lastTold(AccountId account) {
        return readers.read(db -> SqlCaptures.recent(db, account, TOLD)).stream()
                .filter(
                        stored ->
                                !(stored.reply() instanceof Reply.Guide
                                        || stored.reply() instanceof Reply.Answer))
                .findFirst();
    }

    private Message message(
            Account account, Incoming incoming, List<String> known, @Nullable Outcome previous) {
        return new Message(
                incoming.text(),
                incoming.source(),
                incoming.locale() == null ? account.locale() : incoming.locale(),
                incoming.currency() == null ? account.currency() : incoming.currency(),
                clock.instant().atZone(account.zone()).toOffsetDateTime(),
                known,
                Map.of(),
                previous);
    }

    private Reply record(
            JdbcClient db,
            Account account,
            Asking asking,
            CaptureId id,
            Message message,
            Outcome outcome,
            @Nullable Reply previous,
            @Nullable Answer answer) {
        return switch (outcome) {
            case Outcome.Recorded(var readings, var drafts, var turn) -> {
                settle(db, account, previous, turn != Turn.NEW);
                var noting = new Noting(subscriptions, events, db, account, asking, id);
                yield noting.note(
                                readings,
                                previous instanceof Reply.Recorded r ? r.noted() : List.of())
                        .keep(drafts)
                        .reply(turn, message.known());
            }
            case Outcome.NeedsInput(var drafts, var turn) -> {
                settle(db, account, previous, turn != Turn.NEW);
                yield new Noting(subscriptions, events, db, account, asking, id)
                        .keep(drafts)
                        .reply(turn, message.known());
            }
            case Outcome.Query(var question) ->
                    new Reply.Answer(id, events.position(db, account.id()), question, answer);
            case Outcome.Help(var topic) ->
                    new Reply.Guide(id, events.position(db, account.id()), topic);
            case Outcome.Ignored(var reason, var drafts) ->
                    new Reply.LetGo(
                            id,
                            events.position(db, account.id()),
                            reason,
                            drafts,
                            asking.aboutRepeating(drafts).orElse(null));
        };
    }

    /** The question of the previous capture lives on in this one that answers or corrects it. */
    private static void settle(
            JdbcClient db, Account account, @Nullable Reply previous, boolean taken) {
        if (taken && previous != null) {
            SqlCaptures.close(db, account.id(), previous.id());
        }
    }
}

package dev.sayso.help;

import dev.sayso.account.Account;
import dev.sayso.account.AccountId;
import dev.sayso.help.SqlHelp.Reply;
import dev.sayso.help.SqlHelp.Told;
import dev.sayso.help.Trees.Published;
import dev.sayso.help.figures.HelpEvent;
import dev.sayso.help.tree.Act;
import dev.sayso.help.tree.Move;
import dev.sayso.help.tree.Need;
import dev.sayso.help.tree.State;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.time.Ids;
import dev.sayso.platform.web.Idempotency;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sessions of help. Each act is one step, won by compare-and-set; the same act again gets the reply
 * it was given. Facts are read and actions run between the writes, never inside.
 */
@Component
public final class HelpSessions {
    private final Trees trees;
    private final Offers offers;
    private final Writer writer;
    private final Readers readers;
    private final Idempotency idempotency;
    private final Clock clock;
    private final Ids ids;

    HelpSessions(
            Trees trees,
            Offers offers,
            Writer writer,
            Readers readers,
            Idempotency idempotency,
            Clock clock,
            Ids ids) {
        this.trees = trees;
        this.offers = offers;
        this.writer = writer;
        this.readers = readers;
        this.idempotency = idempotency;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Where a session begins.
     *
     * @param context names that fill placeholders, and what facts may need
     * @param preview an author's trial, which stands in no figure
     */
    public record Begin(
            @Nullable String screen,
            @Nullable String topic,
            @Nullable Locale locale,
            Map<String, String> context,
            boolean preview) {
        public Begin {
            context = Map.copyOf(context);
        }
    }

    /**
     * Begins a session, or gives the one that the same key began.
     *
     * @throws Idempotency.KeyReused when the key came with another body
     */
    public HelpView start(Account account, Idempotency.@Nullable Key key, Begin begin) {
        var before =
                key == null
                        ? Optional.<String>empty()
                        : readers.read(db -> idempotency.find(db, key));
        var published = trees.find(ShippedHelp.SAYSO).orElseThrow();
        var entries = published.tree().entries();
        var noted =
                begin.topic() != null && !entries.topics().containsKey(begin.topic())
                        || begin.screen() != null && !entries.screens().containsKey(begin.screen());
        if (before.isPresent()) {
            var kept = load(account.id(), before.get());
            return view(published(kept), settled(published(kept), kept), noted);
        }
        var now = clock.instant();
        var id = ids.secret();
        var entry = entries.of(begin.screen(), begin.topic());
        var session =
                new HelpSession(
                        id,
                        account.id(),
                        published.tree().name(),
                        published.version(),
                        begin.locale() == null ? account.locale() : begin.locale(),
                        context(account.id(), id, begin.context()),
                        begin.preview(),
                        published.guide().start(entry),
                        1,
                        now,
                        now);
        var telling = new Telling(published.guide());
        telling.begin(session.state());
        var ready = ready(published, session, telling, 0);
        var started =
                Told.of(
                        new HelpEvent.Started(
                                account.id().value(),
                                published.version(),
                                entry,
                                ready.locale().toLanguageTag(),
                                begin.preview()));
        var won =
                writer.write(
                        db -> {
                            if (key != null) {
                                var other = idempotency.find(db, key);
                                if (other.isPresent()) {
                                    return other.get();
                                }
                                idempotency.keep(db, key, id);
                            }
                            SqlHelp.add(db, ready);
                            SqlHelp.append(db, ready, now, started);
                            write(db, published, ready, telling);
                            return id;
                        });
        var kept =
                won.equals(id)
                        ? settled(published, ready)
                        : settled(published, load(account.id(), won));
        return view(published, kept, noted);
    }

    /** The current view; reading it is no act. */
    public HelpView view(Account account, String id) {
        var session = load(account.id(), id);
        var published = published(session);
        return view(published, settled(published, session), false);
    }

    /**
     * Takes an act.
     *
     * @param seen the step that the person saw; null for the current one, whatever it is
     * @param fingerprint of the whole request, by which a repeat is known
     * @return the next view as JSON, for a repeat the one that was given before
     * @throws HelpRefused with the current view, when nothing was changed
     */
    public String act(
            Account account, String id, @Nullable Integer seen, String fingerprint, Act act) {
        var found = load(account.id(), id);
        var published = published(found);
        var session = settled(published, found);
        var state = session.state();
        int step = seen == null ? state.step() : seen;
        var repeated = repeated(session, step, fingerprint);
        if (repeated != null) {
            return repeated;
        }
        if (!state.isOpen()) {
            throw refused(HelpRefused.Why.CLOSED, "this session has ended", published, session);
        }
        if (state.step() != step) {
            throw stale(published, session);
        }
        var move = published.guide().act(state, act);
        if (!(move instanceof Move.To(var next))) {
            throw switch (((Move.Refused) move).why()) {
                case STALE -> stale(published, session);
                case CLOSED ->
                        refused(
                                HelpRefused.Why.CLOSED,
                                "this session has ended",
                                published,
                                session);
                case BAD_REQUEST ->
                        refused(
                                HelpRefused.Why.BAD_REQUEST,
                                "this is not possible at \"%s\"; see the view for what is"
                                        .formatted(state.node()),
                                published,
                                session);
            };
        }
        if (next.equals(state)) {
            return view(published, session, false).json(); // back at the start
        }
        return taken(published, session, step, fingerprint, act, next);
    }

    private String taken(
            Published published,
            HelpSession session,
            int step,
            String fingerprint,
            Act act,
            State next) {
        var telling = new Telling(published.guide());
        telling.tell(session.state(), act, next);
        var acted = session.at(next, clock.instant());
        var ready = ready(published, acted, telling, acted.revision());
        var running = published.guide().need(ready.state()) instanceof Need.Run;
        var reply = running ? null : view(published, ready, false);
        var won =
                writer.write(
                        db -> {
                            if (!SqlHelp.change(db, ready)) {
                                return false;
                            }
                            var ticket = write(db, published, ready, telling);
                            SqlHelp.keepReply(
                                    db,
                                    ready.id(),
                                    step,
                                    new Reply(fingerprint, json(reply, ticket)));
                            return true;
                        });
        var now =
                won
                        ? settled(published, ready)
                        : settled(published, load(session.account(), session.id()));
        if (!won) {
            var repeated = repeated(now, step, fingerprint);
            if (repeated != null) {
                return repeated;
            }
            throw stale(published, now);
        }
        var answer = view(published, now, false).json();
        if (running) {
            writer.write(
                    db -> {
                        SqlHelp.keepReply(db, now.id(), step, new Reply(fingerprint, answer));
                        return true;
                    });
        }
        return answer;
    }

    private static @Nullable String json(@Nullable HelpView view, @Nullable Long ticket) {
        return view == null ? null : view.withTicket(ticket).json();
    }

    private @Nullable String repeated(HelpSession session, int step, String fingerprint) {
        var kept = readers.read(db -> SqlHelp.findReply(db, session.id(), step));
        if (kept.isEmpty() || !kept.get().fingerprint().equals(fingerprint)) {
            return null;
        }
        var reply = kept.get().reply();
        // its action ended while this request waited for the session to settle
        return reply == null ? view(published(session), session, false).json() : reply;
    }

    /** Reads the facts that the walk waits for. */
    private HelpSession ready(
            Published published, HelpSession session, Telling telling, long revision) {
        var state = session.state();
        while (published.guide().need(state) instanceof Need.Fact(var name)) {
            var value = offers.read(name, session.helpCase()).orElse(null);
            state = step(published, telling, state, new Act.FactRead(name, value));
        }
        return new HelpSession(
                session.id(),
                session.account(),
                session.tree(),
                session.version(),
                session.locale(),
                session.context(),
                session.preview(),
                state,
                Math.max(1, revision),
                session.startedAt(),
                session.lastActAt());
    }

    /** Runs the action that a walk waits for, also one that a crash left behind. */
    private HelpSession settled(Published published, HelpSession session) {
        var now = session;
        while (published.guide().need(now.state()) instanceof Need.Run(var act)) {
            var running = now;
            var result =
                    offers.run(
                            act.action(),
                            running.helpCase(),
                            running.id() + "/" + act.id(),
                            succeeded -> cameLate(running, act.id(), act.action(), succeeded));
            var telling = new Telling(published.guide());
            var ran = step(published, telling, running.state(), new Act.Ran(act.id(), result));
            var next = running.at(ran, running.lastActAt());
            var ready = ready(published, next, telling, next.revision());
            var won =
                    writer.write(
                            db -> {
                                if (!SqlHelp.change(db, ready)) {
                                    return false;
                                }
                                write(db, published, ready, telling);
                                return true;
                            });
            now = won ? ready : load(session.account(), session.id());
        }
        return now;
    }

    private static State step(Published published, Telling telling, State state, Act act) {
        if (!(published.guide().act(state, act) instanceof Move.To(var next))) {
            throw new IllegalStateException("what the walk waited for was refused: " + act);
        }
        telling.tell(state, act, next);
        return next;
    }

    private void cameLate(HelpSession session, String node, String action, boolean succeeded) {
        writer.writeInBackground(
                db -> {
                    SqlHelp.append(
                            db,
                            session,
                            clock.instant(),
                            Told.of(new HelpEvent.CameLate(node, action, succeeded)));
                    return true;
                });
    }

    /** The events, and the ticket where the session ended at a person; its number. */
    private @Nullable Long write(
            JdbcClient db, Published published, HelpSession session, Telling telling) {
        var now = clock.instant();
        var shown =
                published.guide().need(session.state()) instanceof Need.Run
                        ? ""
                        : new HelpViews(published, session, today(session)).shown();
        for (var told : telling.with(session.state(), shown)) {
            SqlHelp.append(db, session, now, told);
        }
        return SqlTickets.openFor(db, published.tree(), session, now);
    }

    private HelpView view(Published published, HelpSession session, boolean noted) {
        var ticket = readers.read(db -> SqlTickets.findNumber(db, session.id()));
        return new HelpViews(published, session, today(session)).view(ticket.orElse(null), noted);
    }

    private LocalDate today(HelpSession session) {
        return LocalDate.ofInstant(session.startedAt(), ZoneOffset.UTC);
    }

    private Map<String, String> context(AccountId account, String id, Map<String, String> given) {
        var context = new HashMap<>(given);
        var help = new HelpCase(account, id, given);
        for (var name : offers.freeTexts()) {
            if (!context.containsKey(name)) {
                offers.read(name, help).ifPresent(value -> context.put(name, value));
            }
        }
        return context;
    }

    private HelpSession load(AccountId account, String id) {
        var session =
                readers.read(db -> SqlHelp.find(db, account, id))
                        .orElseThrow(
                                () ->
                                        new HelpRefused(
                                                HelpRefused.Why.NOT_FOUND,
                                                "there is no such session; start one with POST"
                                                        + " /api/help/sessions",
                                                null));
        if (session.isExpired(clock.instant())) {
            throw expired("it was left for 24 hours");
        }
        return session;
    }

    private Published published(HelpSession session) {
        return trees.find(session.tree(), session.version())
                .orElseThrow(() -> expired("its questions have changed since"));
    }

    private static HelpRefused expired(String why) {
        return new HelpRefused(
                HelpRefused.Why.EXPIRED,
                "this session is over: %s; start again with POST /api/help/sessions".formatted(why),
                null);
    }

    private HelpRefused stale(Published published, HelpSession session) {
        return refused(
                HelpRefused.Why.STALE,
                "the session stands at step %d, \"%s\"; its view comes along"
                        .formatted(session.state().step(), session.state().node()),
                published,
                session);
    }

    private HelpRefused refused(
            HelpRefused.Why why, String message, Published published, HelpSession session) {
        return new HelpRefused(why, message, view(published, session, false));
    }

    /**
     * Takes how satisfied a person was; the last one within a day of the end holds.
     *
     * @param comment goes to the transcript
     */
    public void rate(Account account, String id, int rating, @Nullable String comment) {
        var session = load(account.id(), id);
        if (session.state().isOpen()) {
            throw refused(
                    HelpRefused.Why.BAD_REQUEST,
                    "a session is rated once it has ended",
                    published(session),
                    session);
        }
        writer.write(
                db -> {
                    SqlHelp.append(
                            db,
                            session,
                            clock.instant(),
                            new Told(new HelpEvent.Rated(rating), comment));
                    return true;
                });
    }
}

package dev.sayso.help;

import dev.sayso.account.Account;
import dev.sayso.account.AccountId;
import dev.sayso.account.Visitor;
import dev.sayso.help.SqlHelp.Reply;
import dev.sayso.help.SqlHelp.Told;
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
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sessions of help. Each act is one step, won by compare-and-set; the same act again gets the reply
 * it was given.
 */
@Component
public final class HelpSessions {
    private final Trees trees;
    private final Offers offers;
    private final Walker walker;
    private final Writer writer;
    private final Readers readers;
    private final Idempotency idempotency;
    private final Clock clock;
    private final Ids ids;

    HelpSessions(
            Trees trees,
            Offers offers,
            Walker walker,
            Writer writer,
            Readers readers,
            Idempotency idempotency,
            Clock clock,
            Ids ids) {
        this.trees = trees;
        this.offers = offers;
        this.walker = walker;
        this.writer = writer;
        this.readers = readers;
        this.idempotency = idempotency;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Where a session begins.
     *
     * @param tree null for the tree that helps with Sayso
     * @param context names that fill placeholders, and what facts may need
     * @param preview an author's trial, which stands in no figure; only authors may
     */
    public record Begin(
            @Nullable String tree,
            @Nullable String screen,
            @Nullable String topic,
            @Nullable Locale locale,
            Map<String, String> context,
            boolean preview) {
        public Begin {
            context = Map.copyOf(context);
        }

        /** What the service itself knows of who begins takes the place of what was given. */
        public Begin by(Visitor visitor) {
            var known = new HashMap<>(context);
            known.put(
                    "reached_from",
                    visitor.way() == Visitor.Way.LOOPBACK ? "this_machine" : "other_device");
            return new Begin(tree, screen, topic, locale, known, preview && visitor.operator());
        }
    }

    /**
     * Begins a session, or gives the one that the same key began.
     *
     * @throws Idempotency.KeyReused when the key came with another body
     * @throws HelpRefused when no tree of that name serves
     */
    public HelpView start(Account account, Idempotency.@Nullable Key key, Begin begin) {
        var before =
                key == null
                        ? Optional.<String>empty()
                        : readers.read(db -> idempotency.find(db, key));
        var published =
                trees.find(begin.tree() == null ? ShippedHelp.SAYSO : begin.tree())
                        .orElseThrow(
                                () ->
                                        new HelpRefused(
                                                HelpRefused.Why.NOT_FOUND,
                                                "no tree of that name serves; leave tree out for"
                                                        + " the one that helps with Sayso",
                                                null));
        var entries = published.tree().entries();
        var noted =
                begin.topic() != null && !entries.topics().containsKey(begin.topic())
                        || begin.screen() != null && !entries.screens().containsKey(begin.screen());
        if (before.isPresent()) {
            return view(walker.settled(load(account.id(), before.get())), noted);
        }
        var entry = entries.of(begin.screen(), begin.topic());
        var begun = begun(account, published, entry, begin);
        var telling = new Telling(published.guide());
        telling.begin(begun.session().state());
        var ready = walker.ready(begun, telling);
        var session = ready.session();
        var started =
                Told.of(
                        new HelpEvent.Started(
                                account.id().value(),
                                published.version(),
                                entry,
                                session.locale().toLanguageTag(),
                                begin.preview()));
        var won =
                writer.write(
                        db -> {
                            if (key != null) {
                                var other = idempotency.find(db, key);
                                if (other.isPresent()) {
                                    return other.get();
                                }
                                idempotency.keep(db, key, session.id());
                            }
                            SqlHelp.add(db, session);
                            SqlHelp.append(db, session, session.startedAt(), started);
                            walker.write(db, ready, telling);
                            return session.id();
                        });
        return view(
                walker.settled(won.equals(session.id()) ? ready : load(account.id(), won)), noted);
    }

    private Running begun(Account account, Published published, String entry, Begin begin) {
        var now = clock.instant();
        var id = ids.secret();
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
                        now,
                        null);
        return new Running(session, published, false);
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

    /** The current view; reading it is no act. */
    public HelpView view(Account account, String id) {
        return view(walker.settled(load(account.id(), id)), false);
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
        var running = walker.settled(load(account.id(), id));
        var state = running.session().state();
        int step = seen == null ? state.step() : seen;
        if (!state.isOpen() || state.step() != step) {
            var repeated = repeated(running, step, fingerprint);
            if (repeated != null) {
                return repeated;
            }
            throw state.isOpen() ? stale(running) : closed(running);
        }
        if (running.isStopped()) {
            return switch (act) {
                case Act.Restart _ -> beganAgain(running, step, fingerprint);
                case Act.Escalate _ -> moved(running, step, fingerprint, new Act.Withdraw());
                default -> throw stale(running);
            };
        }
        return moved(running, step, fingerprint, act);
    }

    private String moved(Running running, int step, String fingerprint, Act act) {
        var state = running.session().state();
        if (!(running.published().guide().act(state, act) instanceof Move.To(var next))) {
            throw refused(running, act);
        }
        if (next.equals(state)) {
            return view(running, false).json(); // back at the start
        }
        var telling = new Telling(running.published().guide());
        telling.tell(state, act, next);
        return taken(running, next, step, fingerprint, telling);
    }

    private HelpRefused refused(Running running, Act act) {
        var state = running.session().state();
        return switch (((Move.Refused) running.published().guide().act(state, act)).why()) {
            case STALE -> stale(running);
            case CLOSED -> closed(running);
            case BAD_REQUEST ->
                    new HelpRefused(
                            HelpRefused.Why.BAD_REQUEST,
                            "this is not possible at \"%s\"; see the view for what is"
                                    .formatted(state.node()),
                            view(running, false));
        };
    }

    /** Leaves the version that was withdrawn for the one that serves now. */
    private String beganAgain(Running running, int step, String fingerprint) {
        var session = running.session();
        var serving = trees.find(session.tree()).orElseThrow();
        var entry = session.state().entry();
        var next =
                serving.guide()
                        .restart(
                                session.state(),
                                serving.tree().nodes().containsKey(entry)
                                        ? entry
                                        : serving.tree().entries().start());
        var telling = new Telling(serving.guide());
        telling.tell(session.state(), new Act.Restart(), next);
        telling.moved(serving.version());
        return taken(
                new Running(session.in(serving), serving, false), next, step, fingerprint, telling);
    }

    private String taken(
            Running running, State next, int step, String fingerprint, Telling telling) {
        var session = running.session();
        var ready = walker.ready(running.at(session.at(next, clock.instant())), telling);
        var runs = ready.need() instanceof Need.Run;
        var view = runs ? null : new HelpViews(ready).view(null, false);
        var reply =
                writer.write(
                        db -> {
                            if (!SqlHelp.change(db, ready.session())) {
                                return Optional.<Reply>empty();
                            }
                            var ticket = walker.write(db, ready, telling);
                            var kept =
                                    new Reply(
                                            fingerprint,
                                            view == null ? null : view.withTicket(ticket).json());
                            SqlHelp.keepReply(db, session.id(), step, kept);
                            return Optional.of(kept);
                        });
        if (reply.isEmpty()) {
            return lost(session, step, fingerprint);
        }
        if (reply.get().reply() != null) {
            return reply.get().reply();
        }
        var answer = view(walker.settled(ready), false).json();
        writer.write(
                db -> {
                    SqlHelp.keepReply(db, session.id(), step, new Reply(fingerprint, answer));
                    return true;
                });
        return answer;
    }

    /** What one is told whose act came second; the first may have been the same. */
    private String lost(HelpSession session, int step, String fingerprint) {
        var now = walker.settled(load(session.account(), session.id()));
        var repeated = repeated(now, step, fingerprint);
        if (repeated != null) {
            return repeated;
        }
        throw stale(now);
    }

    private @Nullable String repeated(Running running, int step, String fingerprint) {
        var kept = readers.read(db -> SqlHelp.findReply(db, running.session().id(), step));
        if (kept.isEmpty() || !kept.get().fingerprint().equals(fingerprint)) {
            return null;
        }
        var reply = kept.get().reply();
        // its action ended while this request waited for the session to settle
        return reply == null ? view(running, false).json() : reply;
    }

    private HelpView view(Running running, boolean noted) {
        var ticket =
                running.session().state().isOpen()
                        ? Optional.<Long>empty()
                        : readers.read(db -> SqlTickets.findNumber(db, running.session().id()));
        return new HelpViews(running).view(ticket.orElse(null), noted);
    }

    /** What happened, for a person elsewhere: readable, and without what anybody wrote or named. */
    public String report(Account account, String id) {
        return new SessionReport(walker.settled(load(account.id(), id))).text();
    }

    private Running load(AccountId account, String id) {
        var found =
                readers.read(db -> SqlHelp.find(db, account, id)).orElseThrow(HelpRefused::unknown);
        if (found.session().isExpired(clock.instant())) {
            throw HelpRefused.expired("it was left for 24 hours");
        }
        return walker.running(found);
    }

    private HelpRefused closed(Running running) {
        return new HelpRefused(
                HelpRefused.Why.CLOSED, "this session has ended", view(running, false));
    }

    private HelpRefused stale(Running running) {
        var state = running.session().state();
        return new HelpRefused(
                HelpRefused.Why.STALE,
                "the session stands at step %d, \"%s\"; its view comes along"
                        .formatted(state.step(), state.node()),
                view(running, false));
    }

    /**
     * Takes how satisfied a person was; the last one within a day of the end holds.
     *
     * @param comment goes to the transcript
     */
    public void rate(Account account, String id, int rating, @Nullable String comment) {
        var running = load(account.id(), id);
        var session = running.session();
        if (session.state().isOpen()) {
            throw new HelpRefused(
                    HelpRefused.Why.BAD_REQUEST,
                    "a session is rated once it has ended",
                    view(running, false));
        }
        if (!clock.instant().isBefore(session.expiresAt())) {
            throw new HelpRefused(
                    HelpRefused.Why.CLOSED,
                    "a session is rated within 24 hours of its end",
                    view(running, false));
        }
        writer.write(
                db -> {
                    SqlHelp.rate(db, session, rating);
                    SqlHelp.append(
                            db,
                            session,
                            clock.instant(),
                            new Told(new HelpEvent.Rated(rating), comment));
                    return true;
                });
    }
}

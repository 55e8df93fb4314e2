package dev.sayso.help;

import dev.sayso.help.SqlHelp.Told;
import dev.sayso.help.figures.HelpEvent;
import dev.sayso.help.tree.Act;
import dev.sayso.help.tree.Move;
import dev.sayso.help.tree.Need;
import dev.sayso.help.tree.State;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;

/**
 * Takes a walk as far as it goes without the person. Facts are read and actions run between the
 * writes, never inside.
 */
@Component
final class Walker {
    private final Trees trees;
    private final Offers offers;
    private final Writer writer;
    private final Readers readers;
    private final Clock clock;

    Walker(Trees trees, Offers offers, Writer writer, Readers readers, Clock clock) {
        this.trees = trees;
        this.offers = offers;
        this.writer = writer;
        this.readers = readers;
        this.clock = clock;
    }

    /** Reads the facts that the walk waits for; nothing is written yet. */
    Running ready(Running running, Telling telling) {
        var state = running.session().state();
        while (running.published().guide().need(state) instanceof Need.Fact(var name)) {
            var value = offers.read(name, running.session().helpCase(state)).orElse(null);
            state = step(running.published(), telling, state, new Act.FactRead(name, value));
        }
        return running.at(running.session().in(state));
    }

    /** Runs the action that the walk waits for, also one that a crash left behind. */
    Running settled(Running running) {
        var now = running;
        while (!now.isStopped() && now.need() instanceof Need.Run(var act)) {
            var session = now.session();
            var result =
                    offers.run(
                            act.action(),
                            session.helpCase(session.state()),
                            session.id() + "/" + act.id(),
                            succeeded -> cameLate(session, act.id(), act.action(), succeeded));
            var telling = new Telling(now.published().guide());
            var ran =
                    step(now.published(), telling, session.state(), new Act.Ran(act.id(), result));
            var ready = ready(now.at(session.at(ran, session.lastActAt())), telling);
            var won =
                    writer.write(
                            db -> {
                                if (!SqlHelp.change(db, ready.session())) {
                                    return false;
                                }
                                write(db, ready, telling);
                                return true;
                            });
            now = won ? ready : reload(session);
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

    /** The session as somebody else has written it meanwhile. */
    private Running reload(HelpSession session) {
        var found =
                readers.read(db -> SqlHelp.find(db, session.account(), session.id())).orElseThrow();
        return running(found);
    }

    Running running(SqlHelp.Found found) {
        var published =
                trees.find(found.session().version(), found.revision())
                        .orElseThrow(() -> HelpRefused.expired("its questions are kept no more"));
        return new Running(found.session(), published, found.withdrawn());
    }

    /** The events, and the ticket where the session ended at a person; its number. */
    @Nullable Long write(JdbcClient db, Running running, Telling telling) {
        var now = clock.instant();
        var session = running.session();
        var shown = running.need() instanceof Need.Run ? "" : new HelpViews(running).shown();
        for (var told : telling.with(session.state(), shown)) {
            SqlHelp.append(db, session, now, told);
        }
        return SqlTickets.openFor(db, running.published().tree(), session, now);
    }
}

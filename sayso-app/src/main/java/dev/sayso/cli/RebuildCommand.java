package dev.sayso.cli;

import dev.sayso.ledger.Projection;
import dev.sayso.ledger.Rebuild;
import dev.sayso.platform.sql.Installation;
import dev.sayso.platform.sql.Overloaded;
import dev.sayso.platform.sql.StartProblem;
import dev.sayso.platform.sql.StorageFailed;
import dev.sayso.reminder.ReminderProjection;
import dev.sayso.subscription.SubscriptionProjection;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/** Makes anew what is made from the log, in the data folder itself. */
final class RebuildCommand {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(1);

    private final Terminal terminal;

    RebuildCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    int run(Command.Rebuild command) {
        AccountCommand.logErrorsOnly();
        try (var installation =
                Installation.open(
                        command.data(),
                        terminal.environment().getOrDefault("SAYSO_DATABASE_URL", ""),
                        terminal.clock())) {
            var rebuild = new Rebuild(installation.writer(), installation.readers(), projections());
            long began = System.nanoTime();
            long events = rebuild.run(progress(rebuild.size(), began));
            double seconds = (System.nanoTime() - began) / 1e9;
            terminal.out()
                    .printf(
                            Locale.ROOT,
                            "Rebuilt from %,d events in %.1f s (%,.0f events a second).%n",
                            events,
                            seconds,
                            events / seconds);
            return CommandLine.DONE;
        } catch (StartProblem | StorageFailed | Overloaded e) {
            throw new ServerProblem(String.valueOf(e.getMessage()));
        }
    }

    private static List<Projection> projections() {
        return List.of(new SubscriptionProjection(), new ReminderProjection());
    }

    /** A line a second beside the result, so that a long one is seen to go on. */
    private LongConsumer progress(long size, long began) {
        return new LongConsumer() {
            private long told = began;

            @Override
            public void accept(long done) {
                long now = System.nanoTime();
                if (now - told >= BETWEEN_LINES.toNanos()) {
                    told = now;
                    terminal.err()
                            .printf(
                                    Locale.ROOT,
                                    "%,d of about %,d events (%d %%)%n",
                                    done,
                                    size,
                                    Math.min(100, size == 0 ? 100 : 100 * done / size));
                }
            }
        };
    }
}

package dev.sayso.help.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sayso.help.tree.End;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A month whose answer is known before the log is written: a fate is dealt to each session, the
 * events follow from the fate, and what is expected is counted from the fates alone, with plain
 * loops that know nothing of events.
 */
class GeneratedMonthTests {
    private static final Instant FIRST = Instant.parse("2026-10-31T18:30:00Z"); // 1 November there
    private static final Instant AS_OF = Instant.parse("2026-12-20T00:00:00Z");

    enum Fate {
        CONFIRMED,
        VERIFIED,
        ESCALATED,
        EXIT,
        ABANDONED,
        UNCONFIRMED,
        BOUNCED,
        OPEN,
        PREVIEW
    }

    /** What was dealt to one session. */
    private record Dealt(
            int id,
            Fate fate,
            String person,
            Instant start,
            int answers,
            int seconds,
            boolean skips,
            boolean contests,
            boolean comesBack,
            int rating) {}

    private final Random random = new Random(20_261_101);
    private final List<HelpEvent> events = new ArrayList<>();
    private final List<Dealt> month = new ArrayList<>();

    @Test
    void comesOutExactlyAsDealt() {
        for (var id = 0; id < 4_000; id++) {
            var dealt = deal(id);
            month.add(dealt);
            write(dealt);
        }
        // as a log has them: all sessions through one another, each in its order
        events.sort(Comparator.comparing(HelpEvent::at));

        var figures =
                new FigureReport(
                                events,
                                new Figures.Selection(
                                        LocalDate.of(2026, 11, 1),
                                        LocalDate.of(2026, 11, 30),
                                        null,
                                        null,
                                        null),
                                AS_OF,
                                FigureReportTests.HOURS,
                                NodeNames.AS_THEY_ARE)
                        .figures();

        counts(figures);
        rates(figures);
        dropOff(figures);
        timesAndSteps(figures);
    }

    private Dealt deal(int id) {
        var fate = Fate.values()[random.nextInt(Fate.values().length)];
        // an open session has begun within a day of the moment asked, so after this month
        var start =
                fate == Fate.OPEN
                        ? AS_OF.minusSeconds(3600 + random.nextInt(3600))
                        : FIRST.plusSeconds(random.nextInt(30 * 24 * 3600));
        return new Dealt(
                id,
                fate,
                "person " + id,
                start,
                1 + random.nextInt(5),
                20 + random.nextInt(1_500),
                random.nextInt(4) == 0,
                random.nextInt(8) == 0,
                random.nextInt(5) == 0,
                random.nextInt(3) == 0 ? 1 + random.nextInt(5) : 0);
    }

    private void write(Dealt dealt) {
        var last = dealt.start().plusSeconds(dealt.seconds());
        say(
                dealt,
                dealt.start(),
                new HelpEvent.Started(
                        dealt.person(), "v1", "start", "hi-IN", dealt.fate() == Fate.PREVIEW));
        if (dealt.skips()) {
            say(dealt, dealt.start(), new HelpEvent.Skipped("pay.known"));
            if (dealt.contests() && dealt.fate() != Fate.BOUNCED) {
                say(dealt, dealt.start().plusSeconds(1), new HelpEvent.Contested("pay.known"));
            }
        }
        say(dealt, dealt.start().plusSeconds(1), new HelpEvent.Shown("pay.q0", false, false));
        if (dealt.fate() == Fate.BOUNCED) {
            return;
        }
        for (var i = 0; i < dealt.answers(); i++) {
            // before the last moment, the answers evenly over the time that was dealt
            var at =
                    dealt.start()
                            .plusMillis(
                                    2_000L + (dealt.seconds() - 3L) * 1_000 * i / dealt.answers());
            say(dealt, at, new HelpEvent.Answered("pay.q" + i, "a"));
            say(dealt, at.plusMillis(1), new HelpEvent.Shown("pay.q" + (i + 1), false, false));
        }
        finish(dealt, last);
    }

    private void finish(Dealt dealt, Instant last) {
        switch (dealt.fate()) {
            case CONFIRMED -> {
                say(dealt, last.minusMillis(500), new HelpEvent.Shown("pay.done", true, false));
                say(dealt, last, new HelpEvent.Judged("pay.done", true));
                end(dealt, last, End.Status.RESOLVED, End.Reason.CONFIRMED, "pay.done");
            }
            case VERIFIED -> end(dealt, last, End.Status.RESOLVED, End.Reason.VERIFIED, "pay.sure");
            case ESCALATED ->
                    end(dealt, last, End.Status.ESCALATED, End.Reason.ACTION_FAILED, "pay.person");
            case EXIT -> {
                say(dealt, last, new HelpEvent.AskedForPerson());
                end(dealt, last, End.Status.ESCALATED, End.Reason.USER_EXIT, "contact");
            }
            case UNCONFIRMED -> say(dealt, last, new HelpEvent.Shown("pay.done", true, false));
            case ABANDONED, BOUNCED, OPEN, PREVIEW -> {}
        }
        if (isResolved(dealt) && dealt.comesBack()) {
            events.add(
                    new HelpEvent(
                            "mail " + dealt.id(),
                            last.plusSeconds(3_600),
                            new HelpEvent.Met(dealt.person(), null)));
        }
        if (isEnded(dealt) && dealt.rating() > 0) {
            say(dealt, last.plusSeconds(60), new HelpEvent.Rated(dealt.rating()));
        }
    }

    private void end(Dealt dealt, Instant at, End.Status status, End.Reason reason, String node) {
        say(dealt, at.plusMillis(1), new HelpEvent.Ended(status, reason, node));
    }

    private void say(Dealt dealt, Instant at, HelpEvent.What what) {
        events.add(new HelpEvent("s" + dealt.id(), at, what));
    }

    private static boolean isResolved(Dealt dealt) {
        return dealt.fate() == Fate.CONFIRMED || dealt.fate() == Fate.VERIFIED;
    }

    private static boolean isEnded(Dealt dealt) {
        return isResolved(dealt) || dealt.fate() == Fate.ESCALATED || dealt.fate() == Fate.EXIT;
    }

    private int dealt(Fate... fates) {
        var sum = 0;
        for (var one : month) {
            for (var fate : fates) {
                if (one.fate() == fate) {
                    sum++;
                }
            }
        }
        return sum;
    }

    private int backAgain() {
        var sum = 0;
        for (var one : month) {
            if (isResolved(one) && one.comesBack()) {
                sum++;
            }
        }
        return sum;
    }

    private void counts(Figures figures) {
        var counts = figures.counts();
        assertThat(counts.started()).isEqualTo(4_000 - dealt(Fate.OPEN, Fate.PREVIEW));
        assertThat(counts.open()).isZero();
        assertThat(counts.confirmed()).isEqualTo(dealt(Fate.CONFIRMED));
        assertThat(counts.verified()).isEqualTo(dealt(Fate.VERIFIED));
        assertThat(counts.escalated()).isEqualTo(dealt(Fate.ESCALATED, Fate.EXIT));
        assertThat(counts.abandoned()).isEqualTo(dealt(Fate.ABANDONED));
        assertThat(counts.unconfirmed()).isEqualTo(dealt(Fate.UNCONFIRMED));
        assertThat(counts.bounced()).isEqualTo(dealt(Fate.BOUNCED));
        assertThat(counts.recontacted()).isEqualTo(backAgain());
    }

    private void rates(Figures figures) {
        var handled = dealt(Fate.CONFIRMED, Fate.VERIFIED) - backAgain();
        var decided =
                dealt(Fate.CONFIRMED, Fate.VERIFIED, Fate.ESCALATED, Fate.EXIT)
                        + dealt(Fate.ABANDONED, Fate.UNCONFIRMED);
        assertThat(figures.handled().numerator()).isEqualTo(handled);
        assertThat(figures.handled().value().orElseThrow())
                .isCloseTo((double) handled / decided, within(1e-12));
        assertThat(figures.bestCase().numerator()).isEqualTo(handled + dealt(Fate.UNCONFIRMED));
        assertThat(figures.bounces().numerator()).isEqualTo(dealt(Fate.BOUNCED));
        assertThat(figures.comparable())
                .isEqualTo(dealt(Fate.BOUNCED) * 100 <= 15 * (decided + dealt(Fate.BOUNCED)));
        assertThat(figures.escalations())
                .isEqualTo(
                        Map.of(
                                End.Reason.ACTION_FAILED, dealt(Fate.ESCALATED),
                                End.Reason.USER_EXIT, dealt(Fate.EXIT)));
        var skips = 0;
        var contests = 0;
        var rated = 0;
        var content = 0;
        for (var one : month) {
            var counts = one.fate() != Fate.PREVIEW && one.fate() != Fate.OPEN;
            skips += counts && one.skips() ? 1 : 0;
            contests +=
                    counts && one.skips() && one.contests() && one.fate() != Fate.BOUNCED ? 1 : 0;
            rated += isEnded(one) && one.rating() > 0 ? 1 : 0;
            content += isEnded(one) && one.rating() > 3 ? 1 : 0;
        }
        assertThat(figures.factHits().numerator()).isEqualTo(skips);
        assertThat(figures.objections().numerator()).isEqualTo(contests);
        assertThat(figures.objections().denominator()).isEqualTo(skips);
        assertThat(figures.satisfied().numerator()).isEqualTo(content);
        assertThat(figures.responses().numerator()).isEqualTo(rated);
    }

    private void dropOff(Figures figures) {
        var left = new HashMap<String, Integer>();
        var exits = new HashMap<String, Integer>();
        for (var one : month) {
            switch (one.fate()) {
                case BOUNCED -> left.merge("pay.q0", 1, Integer::sum);
                case ABANDONED -> left.merge("pay.q" + one.answers(), 1, Integer::sum);
                case UNCONFIRMED -> left.merge("pay.done", 1, Integer::sum);
                case EXIT -> exits.merge("pay.q" + one.answers(), 1, Integer::sum);
                default -> {}
            }
        }
        figures.nodes()
                .forEach(
                        (node, found) -> {
                            assertThat(found.left().numerator())
                                    .as(node)
                                    .isEqualTo(left.getOrDefault(node, 0));
                            assertThat(found.exits())
                                    .as(node)
                                    .isEqualTo(exits.getOrDefault(node, 0));
                        });
        assertThat(figures.leftInAll())
                .isEqualTo(dealt(Fate.ABANDONED, Fate.UNCONFIRMED, Fate.BOUNCED));
    }

    private void timesAndSteps(Figures figures) {
        var steps = new ArrayList<Integer>();
        var quick = 0;
        for (var one : month) {
            if (isResolved(one)) {
                steps.add(one.answers());
                // the end is written a millisecond after the last act
                quick += one.seconds() < 120 ? 1 : 0;
            }
        }
        Collections.sort(steps);
        var found = figures.steps().get(End.Status.RESOLVED);
        assertThat(found.count()).isEqualTo(steps.size());
        assertThat(found.median()).isEqualTo(steps.get((steps.size() + 1) / 2 - 1));
        assertThat(found.ninetieth()).isEqualTo(steps.get((int) Math.ceil(steps.size() * 0.9) - 1));
        assertThat(figures.speed().within2Minutes().numerator()).isEqualTo(quick);
        assertThat(figures.speed().within24Hours().numerator())
                .isEqualTo(dealt(Fate.CONFIRMED, Fate.VERIFIED));
        assertThat(figures.speed().toResolution().orElseThrow().ninetieth())
                .isLessThan(Duration.ofSeconds(1_521));
    }
}

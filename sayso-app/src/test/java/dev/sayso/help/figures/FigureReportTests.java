package dev.sayso.help.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sayso.help.figures.HelpEvent.Answered;
import dev.sayso.help.figures.HelpEvent.AskedForPerson;
import dev.sayso.help.figures.HelpEvent.Ended;
import dev.sayso.help.figures.HelpEvent.Judged;
import dev.sayso.help.figures.HelpEvent.Met;
import dev.sayso.help.figures.HelpEvent.Rated;
import dev.sayso.help.figures.HelpEvent.Restarted;
import dev.sayso.help.figures.HelpEvent.Shown;
import dev.sayso.help.figures.HelpEvent.Started;
import dev.sayso.help.figures.HelpEvent.WentBack;
import dev.sayso.help.figures.HelpEvent.What;
import dev.sayso.help.tree.End;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

class FigureReportTests {
    static final BusinessHours HOURS =
            new BusinessHours(
                    ZoneId.of("Asia/Kolkata"),
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                    LocalTime.of(10, 0),
                    LocalTime.of(18, 0));
    private static final Instant NOON = Instant.parse("2026-11-02T06:30:00Z"); // 12:00 there
    private final List<HelpEvent> events = new ArrayList<>();

    @Test
    void countsAPersonWhoStillThinksAsOpenAndLaterAsAbandoned() {
        session(
                "s1",
                NOON,
                started("anna"),
                question("start"),
                answered("start", "pay"),
                question("pay.what"));

        assertThat(at(NOON.plus(Duration.ofHours(23))).counts().open()).isOne();
        assertThat(at(NOON.plus(Duration.ofHours(23))).nodes().get("pay.what").left().denominator())
                .isZero();
        assertThat(at(NOON.plus(Duration.ofHours(25))).counts().abandoned()).isOne();
        assertThat(at(NOON.plus(Duration.ofHours(25))).nodes().get("pay.what").left().numerator())
                .isOne();
    }

    @Test
    void tellsBouncedUnconfirmedAndAbandonedApart() {
        session("bounced", NOON, started("a"), question("start"));
        session(
                "unconfirmed",
                NOON,
                started("b"),
                question("q"),
                answered("q", "x"),
                answer("q.x"));
        session("silent at once", NOON, started("c"), answer("q.x"));
        session("abandoned", NOON, started("d"), question("q"), new Restarted(), question("q"));

        var counts = later().counts();

        assertThat(counts.bounced()).isOne();
        assertThat(counts.unconfirmed()).isEqualTo(2);
        assertThat(counts.abandoned()).isOne();
        assertThat(later().leftInAll()).isEqualTo(4);
    }

    @Test
    void takesBackASuccessWhoseOwnerReachesAPersonWithinAWeekInTheSameMatter() {
        resolved("ok", "anna", NOON);
        resolved("same branch", "ben", NOON);
        escalated("ben again", "ben", NOON.plus(Duration.ofDays(6)), "pay.person");
        resolved("other branch", "cleo", NOON);
        escalated("cleo again", "cleo", NOON.plus(Duration.ofDays(1)), "alert.person");
        resolved("none named", "dan", NOON);
        escalated("dan again", "dan", NOON.plus(Duration.ofDays(1)), "contact");
        resolved("by mail", "eve", NOON);
        events.add(new HelpEvent("mail 1", NOON.plus(Duration.ofDays(2)), new Met("eve", null)));
        resolved("too late", "fay", NOON);
        events.add(new HelpEvent("mail 2", NOON.plus(Duration.ofDays(8)), new Met("fay", "pay")));

        var figures = at(NOON.plus(Duration.ofDays(20)));

        assertThat(figures.counts().recontacted()).isEqualTo(3);
        assertThat(figures.handled().numerator()).isEqualTo(3);
        assertThat(figures.handled().denominator()).isEqualTo(9);
        assertThat(figures.falseResolutions().denominator()).isEqualTo(6);
    }

    @Test
    void countsEachSessionOncePerNodeHoweverOftenItIsShown() {
        session(
                "s1",
                NOON,
                started("anna"),
                question("start"),
                answered("start", "pay"),
                question("pay.what"),
                new WentBack(),
                question("start"),
                answered("start", "pay"),
                question("pay.what"),
                new AskedForPerson(),
                new Ended(End.Status.ESCALATED, End.Reason.USER_EXIT, "contact"));

        var figures = later();

        assertThat(figures.nodes().get("start").seen()).isOne();
        assertThat(figures.nodes().get("pay.what").seen()).isOne();
        assertThat(figures.nodes().get("pay.what").exits()).isOne();
        assertThat(figures.nodes().get("start").exits()).isZero();
        assertThat(figures.picks()).containsEntry("start/pay", 1);
        assertThat(figures.steps().get(End.Status.ESCALATED).median()).isEqualTo(2);
    }

    @Test
    void leavesPreviewsOutAndWhatHappenedAfterTheMomentAsked() {
        session(
                "trial",
                NOON,
                new Started("author", "v1", "start", "en-IN", true),
                question("start"));
        resolved("later", "anna", NOON.plus(Duration.ofHours(5)));

        assertThat(at(NOON.plus(Duration.ofHours(4))).counts().started()).isZero();
        assertThat(at(NOON.plus(Duration.ofHours(6))).counts().started()).isOne();
    }

    @Test
    void givesNoRateBelowThirtyAndWilsonsIntervalFromThereOn() {
        var day = LocalDate.of(2026, 12, 1);

        assertThat(new Rate(20, 29, day, false).value()).isEmpty();
        assertThat(new Rate(20, 29, day, false).interval()).isEmpty();
        // Wilson's interval of 81 of 263, as Newcombe gives it (1998, table I)
        var interval = new Rate(81, 263, day, false).interval().orElseThrow();
        assertThat(interval.low()).isCloseTo(0.2553, within(0.00005));
        assertThat(interval.high()).isCloseTo(0.3662, within(0.00005));
        var none = new Rate(0, 30, day, false).interval().orElseThrow();
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(0.1135, within(0.00005));
    }

    @Test
    void marksAFigureProvisionalUntilItIsFinal() {
        resolved("s1", "anna", NOON);

        var early = at(Instant.parse("2026-11-30T06:30:00Z"));
        var late = at(Instant.parse("2026-12-02T06:30:00Z"));

        assertThat(early.bounces().provisional()).isTrue();
        assertThat(late.bounces().provisional()).isFalse();
        assertThat(late.handled().provisional()).isTrue();
        assertThat(late.handled().finalOn()).isEqualTo("2026-12-08");
    }

    @Test
    void keepsTheLastRatingWithinADay() {
        resolved("s1", "anna", NOON);
        var end = NOON.plus(Duration.ofMinutes(4));
        events.add(new HelpEvent("s1", end.plus(Duration.ofHours(1)), new Rated(5)));
        events.add(new HelpEvent("s1", end.plus(Duration.ofHours(2)), new Rated(2)));
        events.add(new HelpEvent("s1", end.plus(Duration.ofHours(25)), new Rated(4)));

        assertThat(later().satisfied().numerator()).isZero();
        assertThat(later().satisfied().denominator()).isOne();
        assertThat(later().responses().denominator()).isOne();
    }

    @Test
    void tellsANewStartAfterAnAbandonedOneAsAReturn() {
        session(
                "left",
                NOON,
                started("anna"),
                question("start"),
                answered("start", "pay"),
                question("q"));
        session("again", NOON.plus(Duration.ofHours(30)), started("anna"), question("start"));
        session("someone", NOON.plus(Duration.ofHours(30)), started("ben"), question("start"));

        assertThat(at(NOON.plus(Duration.ofDays(5))).returns()).isOne();
    }

    @Test
    void countsBusinessHoursOnly() {
        var fridayEvening = Instant.parse("2026-11-06T12:00:00Z"); // 17:30 there
        var mondayMorning = Instant.parse("2026-11-09T05:15:00Z"); // 10:45 there

        assertThat(HOURS.between(fridayEvening, mondayMorning)).isEqualTo(Duration.ofMinutes(75));
        assertThat(HOURS.between(fridayEvening, fridayEvening)).isZero();
    }

    private void resolved(String session, String person, Instant at) {
        session(
                session,
                at,
                started(person),
                question("pay.what"),
                answered("pay.what", "x"),
                answer("pay.card"),
                new Judged("pay.card", true),
                new Ended(End.Status.RESOLVED, End.Reason.CONFIRMED, "pay.card"));
    }

    private void escalated(String session, String person, Instant at, String node) {
        session(
                session,
                at,
                started(person),
                question("start"),
                answered("start", "x"),
                new Ended(End.Status.ESCALATED, End.Reason.CHOSEN, node));
    }

    /** One minute apart for what a person does; what the service does comes at once. */
    private void session(String session, Instant start, What... happened) {
        var at = start;
        for (var what : happened) {
            if (what instanceof HelpEvent.ByPerson) {
                at = at.plus(Duration.ofMinutes(2));
            }
            events.add(new HelpEvent(session, at, what));
        }
    }

    private Figures later() {
        return at(NOON.plus(Duration.ofDays(3)));
    }

    private Figures at(Instant moment) {
        var november =
                new Figures.Selection(
                        LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), null, null, null);
        return new FigureReport(events, november, moment, HOURS, NodeNames.AS_THEY_ARE).figures();
    }

    private static What started(String person) {
        return new Started(person, "v1", "start", "en-IN", false);
    }

    private static What question(String node) {
        return new Shown(node, false, false);
    }

    private static What answer(String node) {
        return new Shown(node, true, false);
    }

    private static What answered(String node, String option) {
        return new Answered(node, option);
    }
}

package dev.sayso.help.figures;

import dev.sayso.help.figures.Figures.Counts;
import dev.sayso.help.figures.Figures.HumanTime;
import dev.sayso.help.figures.Figures.NodeFigures;
import dev.sayso.help.figures.Figures.Selection;
import dev.sayso.help.figures.Figures.Speed;
import dev.sayso.help.figures.Story.Standing;
import dev.sayso.help.tree.End;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Computes {@link Figures} from the log; the same events give the same figures at any time. */
public final class FigureReport {
    private static final Duration RECONTACT = Duration.ofDays(7);
    private static final double MOST_BOUNCES = 0.15;

    private final BusinessHours hours;
    private final NodeNames names;
    private final Instant asOf;
    private final Selection selection;
    private final List<Story> all = new ArrayList<>();
    private final List<HelpEvent> met = new ArrayList<>();
    private final List<Story> begun;

    /**
     * @param events in the order of the log; those after {@code asOf} are left aside
     * @param asOf for which moment the figures hold
     * @param hours give the days of the selection their zone
     * @param names under which the nodes of several versions stand
     */
    public FigureReport(
            List<HelpEvent> events,
            Selection selection,
            Instant asOf,
            BusinessHours hours,
            NodeNames names) {
        this.selection = selection;
        this.names = names;
        this.asOf = asOf;
        this.hours = hours;
        tell(events);
        begun = all.stream().filter(this::isSelected).toList();
    }

    private void tell(List<HelpEvent> events) {
        var stories = new LinkedHashMap<String, Story>();
        events.stream()
                .filter(event -> !event.at().isAfter(asOf))
                .forEach(
                        event -> {
                            switch (event.what()) {
                                case HelpEvent.Started start when !start.preview() ->
                                        stories.put(
                                                event.session(),
                                                new Story(start, event.at(), names));
                                case HelpEvent.Met _ -> met.add(event);
                                default -> {
                                    var story = stories.get(event.session());
                                    if (story != null) {
                                        story.take(event);
                                    }
                                }
                            }
                        });
        all.addAll(stories.values());
    }

    private boolean isSelected(Story story) {
        var day = story.startedAt.atZone(hours.zone()).toLocalDate();
        return !day.isBefore(selection.from())
                && !day.isAfter(selection.to())
                && matches(selection.version(), story.start.version())
                && matches(selection.entry(), story.start.entry())
                && matches(selection.locale(), story.start.locale());
    }

    private static boolean matches(@Nullable String wanted, String found) {
        return wanted == null || wanted.equals(found);
    }

    public Figures figures() {
        var counts = counts();
        var closed = counts.started() - counts.open();
        var chances = begun.stream().mapToInt(story -> story.chances).sum();
        var skipped = begun.stream().mapToInt(story -> story.skipped.size()).sum();
        var bounces = rate(counts.bounced(), closed);
        return new Figures(
                counts,
                rate(handled(counts), decided(counts), 8),
                rate(handled(counts) + counts.unconfirmed(), decided(counts), 8),
                bounces,
                closed == 0 || (double) counts.bounced() / closed <= MOST_BOUNCES,
                rate(counts.recontacted(), counts.resolved(), 8),
                nodes(),
                picks(),
                steps(),
                speed(counts.started()),
                escalations(),
                rate(skipped, chances),
                rate(begun.stream().mapToInt(story -> story.contested).sum(), skipped),
                rate(count(story -> story.rating != null && story.rating >= 4), rated()),
                rate(rated(), counts.resolved() + counts.escalated()),
                humanTime(),
                returns());
    }

    private static int handled(Counts counts) {
        return counts.confirmed() + counts.verified() - counts.recontacted();
    }

    private static int decided(Counts counts) {
        return counts.resolved() + counts.escalated() + counts.abandoned() + counts.unconfirmed();
    }

    private Counts counts() {
        var standings = new EnumMap<Standing, Integer>(Standing.class);
        begun.forEach(story -> standings.merge(story.standing(asOf), 1, Integer::sum));
        return new Counts(
                begun.size(),
                standings.getOrDefault(Standing.OPEN, 0),
                standings.getOrDefault(Standing.RESOLVED, 0),
                ended(End.Reason.CONFIRMED),
                ended(End.Reason.VERIFIED),
                count(this::isRecontacted),
                standings.getOrDefault(Standing.ESCALATED, 0),
                standings.getOrDefault(Standing.ABANDONED, 0),
                standings.getOrDefault(Standing.UNCONFIRMED, 0),
                standings.getOrDefault(Standing.BOUNCED, 0));
    }

    private int ended(End.Reason reason) {
        return count(story -> story.end != null && story.end.reason() == reason);
    }

    private int count(Predicate<Story> which) {
        return (int) begun.stream().filter(which).count();
    }

    private int rated() {
        return count(story -> story.rating != null);
    }

    private boolean isRecontacted(Story story) {
        var endedAt = story.endedAt;
        if (endedAt == null || story.standing(asOf) != Standing.RESOLVED) {
            return false;
        }
        return all.stream()
                        .filter(other -> other.start.person().equals(story.start.person()))
                        .filter(other -> other.standing(asOf) == Standing.ESCALATED)
                        .anyMatch(
                                other ->
                                        isSoonAfter(endedAt, Objects.requireNonNull(other.endedAt))
                                                && isSameMatter(story, other.branch()))
                || met.stream()
                        .filter(event -> isSoonAfter(endedAt, event.at()))
                        .map(HelpEvent::what)
                        .anyMatch(
                                what ->
                                        what instanceof HelpEvent.Met(var person, var branch)
                                                && person.equals(story.start.person())
                                                && isSameMatter(story, branch));
    }

    private static boolean isSoonAfter(Instant end, Instant contact) {
        return contact.isAfter(end) && !contact.isAfter(end.plus(RECONTACT));
    }

    private static boolean isSameMatter(Story resolved, @Nullable String branch) {
        return branch == null || branch.equals(resolved.branch());
    }

    private Map<String, NodeFigures> nodes() {
        var ids = new TreeSet<String>();
        begun.forEach(
                story -> {
                    ids.addAll(story.seen);
                    ids.addAll(story.skipped);
                });
        var nodes = new LinkedHashMap<String, NodeFigures>();
        for (var id : ids) {
            var seen = count(story -> story.seen.contains(id));
            var open = count(story -> isLastAt(story, id) && isStanding(story, Standing.OPEN));
            var left =
                    count(
                            story ->
                                    isLastAt(story, id)
                                            && isStanding(
                                                    story,
                                                    Standing.ABANDONED,
                                                    Standing.UNCONFIRMED,
                                                    Standing.BOUNCED));
            var exits =
                    count(
                            story ->
                                    isLastAt(story, id)
                                            && story.end != null
                                            && story.end.reason() == End.Reason.USER_EXIT);
            nodes.put(
                    id,
                    new NodeFigures(
                            seen,
                            rate(left, seen - open),
                            exits,
                            count(story -> story.skipped.contains(id))));
        }
        return nodes;
    }

    private static boolean isLastAt(Story story, String node) {
        return node.equals(story.lastName);
    }

    private boolean isStanding(Story story, Standing... standings) {
        return List.of(standings).contains(story.standing(asOf));
    }

    private Map<String, Integer> picks() {
        var picks = new TreeMap<String, Integer>();
        begun.forEach(story -> story.picked.forEach(pick -> picks.merge(pick, 1, Integer::sum)));
        return picks;
    }

    private Map<End.Status, Spread<Integer>> steps() {
        var steps = new EnumMap<End.Status, Spread<Integer>>(End.Status.class);
        for (var status : End.Status.values()) {
            Spread.of(
                            begun.stream()
                                    .filter(s -> s.end != null && s.end.status() == status)
                                    .map(story -> story.answers)
                                    .toList())
                    .ifPresent(spread -> steps.put(status, spread));
        }
        return steps;
    }

    private Speed speed(int started) {
        var times =
                begun.stream()
                        .filter(story -> isStanding(story, Standing.RESOLVED))
                        .map(
                                story ->
                                        Duration.between(
                                                story.startedAt,
                                                Objects.requireNonNull(story.endedAt)))
                        .toList();
        return new Speed(
                Spread.of(times),
                within(times, Duration.ofMinutes(2), started),
                within(times, Duration.ofMinutes(10), started),
                within(times, Duration.ofHours(24), started));
    }

    private Rate within(List<Duration> times, Duration limit, int started) {
        return rate(
                (int) times.stream().filter(time -> time.compareTo(limit) <= 0).count(), started);
    }

    private Map<End.Reason, Integer> escalations() {
        var reasons = new EnumMap<End.Reason, Integer>(End.Reason.class);
        begun.stream()
                .map(story -> story.end)
                .filter(end -> end != null && end.status() == End.Status.ESCALATED)
                .forEach(end -> reasons.merge(end.reason(), 1, Integer::sum));
        return reasons;
    }

    private HumanTime humanTime() {
        BiFunction<Instant, Instant, Duration> wall = Duration::between;
        return new HumanTime(
                toReply(wall), toReply(hours::between), toClose(wall), toClose(hours::between));
    }

    private Optional<Spread<Duration>> toReply(BiFunction<Instant, Instant, Duration> time) {
        return Spread.of(
                begun.stream()
                        .filter(story -> story.endedAt != null && story.repliedAt != null)
                        .map(
                                story ->
                                        time.apply(
                                                Objects.requireNonNull(story.endedAt),
                                                Objects.requireNonNull(story.repliedAt)))
                        .toList());
    }

    private Optional<Spread<Duration>> toClose(BiFunction<Instant, Instant, Duration> time) {
        return Spread.of(
                begun.stream()
                        .filter(story -> story.repliedAt != null && story.closedAt != null)
                        .map(
                                story ->
                                        time.apply(
                                                Objects.requireNonNull(story.repliedAt),
                                                Objects.requireNonNull(story.closedAt)))
                        .toList());
    }

    private int returns() {
        return count(
                story ->
                        all.stream()
                                .filter(other -> other != story)
                                .filter(o -> o.start.person().equals(story.start.person()))
                                .filter(
                                        other ->
                                                isStanding(
                                                        other,
                                                        Standing.ABANDONED,
                                                        Standing.UNCONFIRMED,
                                                        Standing.BOUNCED))
                                .anyMatch(
                                        other ->
                                                !story.startedAt.isBefore(other.abandonedAt())
                                                        && story.startedAt.isBefore(
                                                                other.abandonedAt()
                                                                        .plus(Story.PATIENCE))));
    }

    private Rate rate(int numerator, int denominator) {
        return rate(numerator, denominator, 1);
    }

    private Rate rate(int numerator, int denominator, int daysToFinal) {
        LocalDate finalOn = selection.to().plusDays(daysToFinal);
        var today = asOf.atZone(hours.zone()).toLocalDate();
        return new Rate(numerator, denominator, finalOn, today.isBefore(finalOn));
    }
}

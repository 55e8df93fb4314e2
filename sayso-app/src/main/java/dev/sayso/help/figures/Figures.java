package dev.sayso.help.figures;

import dev.sayso.help.tree.End;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of the sessions that began in a period.
 *
 * @param handled what was solved without a person and stayed so; {@code bestCase} counts those left
 *     at an answer as solved, too
 * @param comparable false when so many bounced that the handled rate says little
 * @param nodes by node id, in order of the id
 * @param picks how many sessions took each {@code node/option}
 * @param steps accepted answers by the outcome of the session
 * @param returns sessions begun within a day after one of the same person was abandoned
 */
public record Figures(
        Counts counts,
        Rate handled,
        Rate bestCase,
        Rate bounces,
        boolean comparable,
        Rate falseResolutions,
        Map<String, NodeFigures> nodes,
        Map<String, Integer> picks,
        Map<End.Status, Spread<Integer>> steps,
        Speed speed,
        Map<End.Reason, Integer> escalations,
        Rate factHits,
        Rate objections,
        Rate satisfied,
        Rate responses,
        HumanTime humanTime,
        int returns) {
    /** Each session that began stands in exactly one of the others. */
    public record Counts(
            int started,
            int open,
            int resolved,
            int confirmed,
            int verified,
            int recontacted,
            int escalated,
            int abandoned,
            int unconfirmed,
            int bounced) {
        public Counts {
            if (started != open + resolved + escalated + abandoned + unconfirmed + bounced) {
                throw new IllegalStateException(
                        "%d sessions began, but %d are accounted for"
                                .formatted(
                                        started,
                                        open
                                                + resolved
                                                + escalated
                                                + abandoned
                                                + unconfirmed
                                                + bounced));
            }
        }
    }

    /**
     * @param seen sessions that were shown the node, each once
     * @param left of those that are no longer open on it, the sessions that ended here in silence
     * @param exits sessions that asked for a person here
     * @param skipped sessions in which a fact answered the question
     */
    public record NodeFigures(int seen, Rate left, int exits, int skipped) {}

    /** From the start to the confirming yes or the action's success, pauses included. */
    public record Speed(
            Optional<Spread<Duration>> toResolution,
            Rate within2Minutes,
            Rate within10Minutes,
            Rate within24Hours) {}

    /** From the hand-over to the first reply, and from there to the close. */
    public record HumanTime(
            Optional<Spread<Duration>> toReply,
            Optional<Spread<Duration>> toReplyInHours,
            Optional<Spread<Duration>> toClose,
            Optional<Spread<Duration>> toCloseInHours) {}

    /** What a report is about; null selects all. */
    public record Selection(
            LocalDate from,
            LocalDate to,
            @Nullable String version,
            @Nullable String entry,
            @Nullable String locale) {}

    /** Sums that a reader may check: the sessions left at a node are those that left. */
    int leftInAll() {
        return nodes.values().stream().mapToInt(node -> node.left().numerator()).sum();
    }
}

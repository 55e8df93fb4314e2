package dev.sayso.help.figures;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One session as its events tell it. */
final class Story {
    static final Duration PATIENCE = Duration.ofHours(24);

    final HelpEvent.Started start;
    final Instant startedAt;
    final Set<String> seen = new HashSet<>();
    final Set<String> picked = new HashSet<>();
    final List<String> skipped = new ArrayList<>();
    int acts;
    int answers;
    int chances;
    int contested;
    Instant lastActAt;
    HelpEvent.@Nullable Shown last;

    /** The name of its node in the report. */
    @Nullable String lastName;

    HelpEvent.@Nullable Ended end;
    @Nullable Instant endedAt;
    @Nullable Integer rating;
    @Nullable Instant repliedAt;
    @Nullable Instant closedAt;

    private final NodeNames names;
    private String version;

    Story(HelpEvent.Started start, Instant at, NodeNames names) {
        this.start = start;
        this.version = start.version();
        this.names = names;
        this.startedAt = at;
        this.lastActAt = at;
    }

    /** How a session stands; each is in one of these and in one only. */
    enum Standing {
        OPEN,
        RESOLVED,
        ESCALATED,
        /** Left at a question, after having answered something. */
        ABANDONED,
        /** Left where an answer was shown, without a word on whether it helped. */
        UNCONFIRMED,
        /** Left before anything was done. */
        BOUNCED
    }

    void take(HelpEvent event) {
        var what = event.what();
        if (what instanceof HelpEvent.ByPerson) {
            acts++;
            lastActAt = event.at();
        }
        switch (what) {
            case HelpEvent.Shown shown -> {
                last = shown;
                lastName = name(shown.node());
                seen.add(lastName);
                chances += shown.chance() ? 1 : 0;
            }
            case HelpEvent.Skipped(var node) -> {
                skipped.add(name(node));
                chances++;
            }
            case HelpEvent.Answered(var node, var option) -> {
                answers++;
                picked.add(name(node) + "/" + option);
            }
            case HelpEvent.Contested _ -> contested++;
            case HelpEvent.Moved(var to) -> version = to;
            case HelpEvent.Ended ended -> {
                end = ended;
                endedAt = event.at();
            }
            case HelpEvent.Rated(var value) -> {
                if (endedAt != null && !event.at().isAfter(endedAt.plus(PATIENCE))) {
                    rating = value;
                }
            }
            case HelpEvent.Replied _ -> repliedAt = repliedAt == null ? event.at() : repliedAt;
            case HelpEvent.Closed _ -> closedAt = event.at();
            case HelpEvent.Started _,
                    HelpEvent.Ran _,
                    HelpEvent.CameLate _,
                    HelpEvent.Chose _,
                    HelpEvent.Judged _,
                    HelpEvent.WentBack _,
                    HelpEvent.Restarted _,
                    HelpEvent.AskedForPerson _,
                    HelpEvent.Met _ -> {}
        }
    }

    private String name(String node) {
        return names.of(version, node);
    }

    Standing standing(Instant asOf) {
        if (end != null) {
            return switch (end.status()) {
                case RESOLVED -> Standing.RESOLVED;
                case ESCALATED -> Standing.ESCALATED;
            };
        }
        if (lastActAt.plus(PATIENCE).isAfter(asOf)) {
            return Standing.OPEN;
        }
        if (last != null && last.answer()) {
            return Standing.UNCONFIRMED;
        }
        return acts == 0 ? Standing.BOUNCED : Standing.ABANDONED;
    }

    /** What it was about, by the node of its end; null where that names no branch. */
    @Nullable String branch() {
        var node = end == null ? (last == null ? "" : last.node()) : end.node();
        var dot = node.indexOf('.');
        return dot < 0 ? null : node.substring(0, dot);
    }

    /** The moment from which a session that was left counts as abandoned. */
    Instant abandonedAt() {
        return lastActAt.plus(PATIENCE);
    }
}

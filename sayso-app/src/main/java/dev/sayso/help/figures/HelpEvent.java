package dev.sayso.help.figures;

import dev.sayso.help.tree.Act;
import dev.sayso.help.tree.End;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Something that happened in a session of help, by the server's clock. */
public record HelpEvent(String session, Instant at, What what) {
    /** What happened. Views that were read again, and refused requests, are none. */
    public sealed interface What {}

    /**
     * @param preview an author's trial, which stands in no figure
     */
    public record Started(
            String person, String version, String entry, String locale, boolean preview)
            implements What {}

    /**
     * A view was reached.
     *
     * @param answer whether it is an answer, of which one asks whether it helped
     * @param chance whether a fact could have answered the question and did not
     */
    public record Shown(String node, boolean answer, boolean chance) implements What {}

    /** A fact answered the question. */
    public record Skipped(String node) implements What {}

    /** Something that a person did; each is an act. */
    public sealed interface ByPerson extends What {}

    public record Answered(String node, String option) implements ByPerson {}

    /** An action was accepted or declined. */
    public record Chose(String node, boolean accepted) implements ByPerson {}

    public record Judged(String node, boolean solved) implements ByPerson {}

    public record WentBack() implements ByPerson {}

    public record Restarted() implements ByPerson {}

    public record Contested(String node) implements ByPerson {}

    public record AskedForPerson() implements ByPerson {}

    public record Ran(String node, String action, Act.Result result) implements What {}

    /** An action ended after nobody waited for it any more; it changes no outcome. */
    public record CameLate(String node, String action, boolean succeeded) implements What {}

    public record Ended(End.Status status, End.Reason reason, String node) implements What {}

    /** The session goes on in another version of its tree, its own being withdrawn. */
    public record Moved(String version) implements What {}

    public record Rated(int rating) implements What {}

    /** A person answered the ticket. */
    public record Replied() implements What {}

    public record Closed() implements What {}

    /**
     * A person reached a human elsewhere, by a ticket or a mail; its session is the ticket's name.
     *
     * @param branch what it was about, where that is known
     */
    public record Met(String person, @Nullable String branch) implements What {}
}

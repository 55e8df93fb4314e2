package dev.sayso.language.internal.event;

import dev.sayso.language.internal.name.Residual;
import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts pieces together into events: a piece joins the one before it as long as it says nothing that
 * was said already.
 */
final class Grouping {
    private static final String[] ACTS = {
        "CANCEL", "PAUSE", "RESUME", "REMIND", "CREATE.d", "PAID", "PRICE", "CYCLE"
    };

    private final Board board;
    private final List<Piece> pieces;
    final List<Group> groups = new ArrayList<>();

    /** Whether the group in the making has a name, or words that may be one. */
    private boolean residual;

    /** A cycle that was said of all: "both monthly", "monthly: …". */
    Span.@Nullable Cycle shared;

    private Grouping(Board board, List<Piece> pieces) {
        this.board = board;
        this.pieces = pieces;
    }

    static Grouping of(Board board, List<Piece> pieces) {
        var grouping = new Grouping(board, pieces);
        grouping.group();
        return grouping;
    }

    private void group() {
        Group group = null;
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            boolean here = piece.has(Span.Name.class) || Residual.isIn(board, piece.spans);
            if (group == null || parts(group, piece, i, here)) {
                group = new Group(piece);
                groups.add(group);
                residual = here;
            } else {
                group.add(piece);
                residual |= here;
            }
            share(group, piece, i);
        }
    }

    /**
     * Whether something was said beside the events that has no part in any: a question, or a clause
     * that nothing was made of.
     */
    boolean isLoose(List<Verdict> verdicts) {
        for (int i = 0; i < verdicts.size(); i++) {
            var kind = verdicts.get(i).kind();
            if (kind == Verdict.Kind.ONE_OFF
                    || kind == Verdict.Kind.NOTHING && says(groups.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(Group group) {
        for (var span : group.spans()) {
            boolean light =
                    switch (span) {
                        case Span.Words words -> words.is(Tag.STOP) || words.is(Tag.FILL);
                        case Span.Mark ignored -> true;
                        case Span.Count ignored -> true;
                        default -> false;
                    };
            if (!light) {
                return true;
            }
        }
        return false;
    }

    private void share(Group group, Piece piece, int i) {
        if (!piece.has(Span.Cycle.class)) {
            return;
        }
        boolean header =
                i + 1 < pieces.size()
                        && (pieces.get(i + 1).separator == ':'
                                || i == 0 && pieces.get(i + 1).separator == '\n')
                        && !group.hasAmount()
                        && !group.hasName();
        if (header || piece.has(Tag.ALL)) {
            for (var span : piece.spans) {
                if (span instanceof Span.Cycle cycle) {
                    shared = cycle;
                }
            }
        }
    }

    private boolean parts(Group group, Piece piece, int i, boolean here) {
        boolean name = piece.has(Span.Name.class);
        if (piece.aside && !(name && piece.has(Span.Amount.class))) {
            return false;
        }

        boolean amount = piece.has(Span.Amount.class);
        boolean groupName = group.hasName();
        boolean groupNamed = groupName || residual;
        boolean groupAmount = group.hasAmount();
        if (groupName && name && !isSameName(group, piece)) {
            return !isContrast(piece);
        }
        if (groupAmount && amount) {
            if (piece.has(Tag.FIX) || piece.has(Tag.THEN) && group.has(Span.Lapse.class) && !name) {
                return false;
            }
            boolean later =
                    i + 1 < pieces.size()
                            && !pieces.get(i + 1).has(Span.Amount.class)
                            && pieces.get(i + 1).has(Span.Name.class)
                            && groupName;
            return groupNamed && here && !isUnnamed(piece) || later;
        }
        if (piece.sentence != lastSentence(group)
                && name
                && (groupAmount && groupNamed || group.acts() != 0 && amount)) {
            return true;
        }
        int act = Integer.lowestOneBit(acts(piece));
        boolean other = act != 0 && (group.acts() & act) == 0;
        return here && groupNamed && group.acts() != 0 && other && name;
    }

    /** A piece that prices the same thing in other words: "that's £21 a month". */
    private boolean isUnnamed(Piece piece) {
        return piece.has(Tag.TRIAL) && piece.has(Tag.THEN);
    }

    private static int lastSentence(Group group) {
        return group.pieces.getLast().sentence;
    }

    private static boolean isContrast(Piece piece) {
        return piece.spans.getFirst() instanceof Span.Words words
                && (words.is(Tag.NOT) || words.is(Tag.FIX));
    }

    private static boolean isSameName(Group group, Piece piece) {
        for (var mine : piece.spans) {
            if (!(mine instanceof Span.Name name)) {
                continue;
            }
            boolean found = false;
            for (var other : group.pieces) {
                for (var span : other.spans) {
                    found |= span instanceof Span.Name theirs && isSame(name, theirs);
                }
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(Span.Name a, Span.Name b) {
        if (a.written() != null || b.written() != null) {
            return a.written() != null && a.written().equals(b.written());
        }
        return a.service() == b.service();
    }

    /** The acts that a piece names, a bit each. */
    static int acts(Piece piece) {
        int acts = 0;
        for (var span : piece.spans) {
            if (span instanceof Span.Words words && words.is(Tag.VERB)) {
                for (int i = 0; i < ACTS.length; i++) {
                    if (words.isVerb(ACTS[i])) {
                        acts |= 1 << i;
                    }
                }
            }
        }
        return acts;
    }
}

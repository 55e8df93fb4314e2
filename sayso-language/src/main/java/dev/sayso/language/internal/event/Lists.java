package dev.sayso.language.internal.event;

import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Names in a row and then as many prices in a row: "Hulu and Max at 9.99 and 16.99 a month". Each
 * name takes the price of its place, and all that is said of all.
 */
final class Lists {
    private final Board board;
    private final List<Span.Name> names = new ArrayList<>();
    private final List<Span.Amount> amounts = new ArrayList<>();
    private final List<Span.Cycle> cycles = new ArrayList<>();
    private final List<Span> rest = new ArrayList<>();

    private Lists(Board board) {
        this.board = board;
    }

    /** A piece for each name, or the pieces as they are. */
    static List<Piece> apart(Board board, List<Piece> pieces) {
        return pieces.size() < 2 || !isCounted(pieces) ? pieces : new Lists(board).parted(pieces);
    }

    /** Several names, and as many amounts. */
    private static boolean isCounted(List<Piece> pieces) {
        int names = 0;
        int amounts = 0;
        for (var piece : pieces) {
            for (var span : piece.spans) {
                if (span instanceof Span.Name) {
                    names++;
                } else if (span instanceof Span.Amount) {
                    amounts++;
                }
            }
        }
        return names > 1 && names == amounts;
    }

    private List<Piece> parted(List<Piece> pieces) {
        for (var piece : pieces) {
            for (var span : piece.spans) {
                switch (span) {
                    case Span.Name name -> names.add(name);
                    case Span.Amount amount -> amounts.add(amount);
                    case Span.Cycle cycle -> cycles.add(cycle);
                    default -> rest.add(span);
                }
            }
        }
        if (!isParallel()) {
            return pieces;
        }
        var parted = new ArrayList<Piece>();
        for (int i = 0; i < names.size(); i++) {
            var piece = new Piece(i == 0 ? (char) 0 : ',', 0, false);
            piece.spans.addAll(rest);
            piece.spans.add(names.get(i));
            piece.spans.add(amounts.get(i));
            if (!cycles.isEmpty()) {
                piece.spans.add(cycles.get(cycles.size() == 1 ? 0 : i));
            }
            piece.spans.sort(Comparator.comparingInt(Span::from));
            parted.add(piece);
        }
        return parted;
    }

    private boolean isParallel() {
        int size = names.size();
        if (size < 2 || amounts.size() != size || cycles.size() > 1 && cycles.size() != size) {
            return false;
        }
        if (names.getLast().to() > amounts.getFirst().from()) {
            return false;
        }
        for (int i = 1; i < size; i++) {
            if (!isRow(names.get(i - 1).to(), names.get(i).from())
                    || !isRow(amounts.get(i - 1).to(), amounts.get(i).from())) {
                return false;
            }
        }
        return true;
    }

    /** Nothing but signs, joining words and cycles between two of a row. */
    private boolean isRow(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean parts =
                    board.isSign(i, ',')
                            || board.isSign(i, '/')
                            || board.isSign(i, '&')
                            || board.is(i, Tag.JOIN)
                            || board.is(i, Tag.CYCLE)
                            || isInCycle(i);
            if (!parts) {
                return false;
            }
        }
        return true;
    }

    private boolean isInCycle(int at) {
        for (var cycle : cycles) {
            if (cycle.from() <= at && at < cycle.to()) {
                return true;
            }
        }
        return false;
    }
}

package dev.sayso.language.internal.event;

import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Tag;

import java.util.ArrayList;
import java.util.List;

/** Parts a message at its punctuation and at the words that join. */
final class Pieces {
    private final Board board;
    private final List<Piece> pieces = new ArrayList<>();
    private Piece piece = new Piece((char) 0, 0, false);
    private int depth;
    private int sentence;

    private Pieces(Board board) {
        this.board = board;
    }

    static List<Piece> of(Board board, List<Span> spans) {
        var pieces = new Pieces(board);
        for (int i = 0; i < spans.size(); i++) {
            pieces.add(spans, i);
        }
        pieces.close((char) 0);
        return pieces.pieces;
    }

    private void add(List<Span> spans, int i) {
        var span = spans.get(i);
        if (span instanceof Span.Mark mark) {
            if (isInside(mark)) {
                piece.spans.add(mark);
                return;
            }
            if (mark.sign() == '.'
                    || mark.sign() == '\n'
                    || mark.sign() == '!'
                    || mark.sign() == '?') {
                sentence++;
            }
            if (mark.sign() == '(') {
                depth++;
            } else if (mark.sign() == ')' && depth > 0) {
                depth--;
            }
            close(mark.sign());
        } else if (span instanceof Span.Words words
                && words.is(Tag.JOIN)
                && !(words.is(Tag.THEN) && words.is(Tag.STOP))) {
            close('&');
            piece.spans.add(words);
        } else {
            piece.spans.add(span);
        }
    }

    /** A sign within a name or number: "Cult.fit", "U-NEXT", "AT&T". */
    private boolean isInside(Span.Mark mark) {
        return switch (mark.sign()) {
            case '.', '-', '&', '\'', '/', '*', '_' ->
                    board.isGlued(mark.from())
                            && board.isGlued(mark.to())
                            && (board.token(mark.to()).isWord()
                                    || board.token(mark.to()).isNumber());
            default -> false;
        };
    }

    private void close(char separator) {
        if (!piece.isEmpty()) {
            pieces.add(piece);
            piece = new Piece(separator, sentence, depth > 0);
        } else {
            char kept =
                    piece.separator == '\n' || piece.separator == ';' ? piece.separator : separator;
            piece = new Piece(kept, sentence, depth > 0);
        }
    }
}

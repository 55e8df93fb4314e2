package dev.sayso.language.internal.intent;

import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.words.Tag;

/** The ideas that the words of a message touch, wherever they stand in it. */
public final class Ideas {
    private final long found;

    private Ideas(long found) {
        this.found = found;
    }

    public static Ideas of(Board board) {
        long found = 0;
        boolean asked = false;
        for (int i = 0; i < board.size(); i++) {
            for (var entry : board.meanings(i)) {
                if (entry.tag() == Tag.IDEA) {
                    found |= ((Idea) entry.value()).bit();
                }
            }
            asked |= board.isSign(i, '?');
        }
        if (asked || asksFirst(board)) {
            found |= Idea.ASKED.bit();
        }
        return new Ideas(found);
    }

    private static boolean asksFirst(Board board) {
        int at = 0;
        while (at < board.size() && (board.is(at, Tag.FILL) || !board.token(at).isWord())) {
            at++;
        }
        return board.is(at, Tag.ASK);
    }

    public boolean has(Idea idea) {
        return (found & idea.bit()) != 0;
    }

    boolean hasAll(long bits) {
        return (found & bits) == bits;
    }
}

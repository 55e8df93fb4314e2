package dev.sayso.language.internal.event;

import dev.sayso.language.internal.intent.Idea;
import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Tag;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes out of a message what is only thought of, and what tries to direct the reader: from there
 * to the end of its sentence. What was told before it in the sentence stays.
 *
 * @param planned whether something was only thought of
 */
record Reality(List<Piece> pieces, boolean planned) {
    static Reality of(Board board, List<Piece> all) {
        var kept = new ArrayList<Piece>();
        boolean planned = false;
        int from = 0;
        while (from < all.size()) {
            int to = from;
            while (to < all.size() && all.get(to).sentence == all.get(from).sentence) {
                to++;
            }
            int end = from;
            boolean plan = false;
            while (end < to && !plan) {
                if (directs(board, all.get(end))) {
                    break;
                }
                plan = all.get(end).has(Tag.IF);
                end += plan ? 0 : 1;
            }
            planned |= plan;
            if (!plan || tells(all.subList(from, end))) {
                kept.addAll(all.subList(from, end));
            }
            from = to;
        }
        return new Reality(kept, planned);
    }

    /** Contract rule 8. */
    private static boolean directs(Board board, Piece piece) {
        for (var span : piece.spans) {
            for (int i = span.from(); i < span.to(); i++) {
                for (var entry : board.meanings(i)) {
                    if (entry.value() == Idea.INJECTION) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether pieces say something whole by themselves. */
    private static boolean tells(List<Piece> pieces) {
        boolean amount = false;
        boolean cycle = false;
        boolean done = false;
        boolean name = false;
        for (var piece : pieces) {
            amount |= piece.has(Span.Amount.class);
            cycle |= piece.has(Span.Cycle.class);
            name |= piece.has(Span.Name.class);
            done |=
                    piece.hasVerb("CREATE.did")
                            || piece.hasVerb("CANCEL.did")
                            || piece.hasVerb("PAID");
        }
        return amount && cycle || done && name;
    }
}

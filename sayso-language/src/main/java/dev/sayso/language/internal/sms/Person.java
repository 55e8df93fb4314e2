package dev.sayso.language.internal.sms;

import dev.sayso.language.internal.name.Named;
import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.words.Tag;

/** Tells a person from a business by how the name is built. */
final class Person {

    private Person() {}

    static boolean is(Board board, Named name) {
        int words = name.to() - name.from();
        if (board.isListed(name.from(), Tag.TITLE)) {
            return true;
        }
        if (words > 3) {
            return false;
        }
        // "Chris D.": a name and an initial
        var last = board.token(name.to() - 1);
        if (words == 2 && last.length() == 1) {
            return true;
        }
        return board.isListed(name.from(), Tag.GIVEN) && !hasBusiness(board, name);
    }

    /** Two or three words with capitals, none of them a word of trade: "Hannah Bright". */
    static boolean mayBe(Board board, Named name) {
        int words = name.to() - name.from();
        if (words < 2 || words > 3) {
            return false;
        }
        for (int i = name.from(); i < name.to(); i++) {
            var token = board.token(i);
            if (!token.isWord()
                    || board.is(i, Tag.THING)
                    || board.isListed(i, Tag.TAIL)
                    || !Character.isUpperCase(board.text.charAt(token.start()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasBusiness(Board board, Named name) {
        for (int i = name.from() + 1; i < name.to(); i++) {
            if (!board.isListed(i, Tag.GIVEN) && board.isCommon(i)) {
                return true;
            }
        }
        return false;
    }
}

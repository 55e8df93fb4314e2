package dev.sayso.language.internal.amount;

import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.text.Token;
import dev.sayso.language.internal.words.Entry;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/** Reads prices: a number with a currency before or behind it, or a number alone. */
public final class AmountReader {
    private AmountReader() {}

    /** The amount that begins at the token, or null. */
    public static Span.@Nullable Amount read(Board board, int at) {
        var before = board.find(at, Tag.CURRENCY);
        if (before != null) {
            int next = at + before.size();
            // "Rs. 499", "₹ -499", "INR:499"
            while (board.isSign(next, '.') || board.isSign(next, ':') || board.isSign(next, '-')) {
                next++;
            }
            var number = number(board, next);
            if (number != null) {
                return priced(board, at, at, before, next - 1, number);
            }
            return null;
        }
        var number = number(board, at);
        if (number == null) {
            return null;
        }
        int next = skipDash(board, number.to());
        var minor = board.find(next, Tag.MINOR);
        if (minor != null
                && !board.is(next, Tag.CYCLE)
                && number.value().compareTo(BigDecimal.valueOf(1000)) < 0) {
            var value = number.value().movePointLeft(2);
            return new Span.Amount(
                    at, next + minor.size(), value, null, null, -1, -1, number.spoken());
        }
        var behind = board.find(next, Tag.CURRENCY);
        if (behind != null && !isOfNext(board, next + behind.size())) {
            return priced(board, at, next, behind, next, number);
        }
        return new Span.Amount(
                at, next, number.value(), number.rival(), null, -1, -1, number.spoken());
    }

    private static Span.Amount priced(
            Board board, int from, int signFrom, Entry sign, int signLast, Numeral number) {
        int signTo = signFrom + sign.size();
        boolean signFirst = signFrom == from;
        int to = signFirst ? skipDash(board, number.to()) : signTo;
        var value = number.value();
        var rival = number.rival();
        int minorAt = board.isWord(to, "and") ? to + 1 : to;
        var minor = number(board, minorAt);
        if (!signFirst && minor != null && isMinor(minor) && number.isWhole() && rival == null) {
            // "79 dollars and 99 cents", "21 pounds 95"
            int next = minor.to();
            var unit = board.find(next, Tag.MINOR);
            if (unit != null || minor.spoken() && number.spoken()) {
                value = value.add(minor.value().movePointLeft(2));
                to = unit == null ? next : next + unit.size();
            }
        }
        var code = sign.text();
        // the code beside the sign says more than the sign: "$15 USD"
        var again = board.find(to, Tag.CURRENCY);
        if (again != null && (signFirst || board.isSign(to, '/'))) {
            code = again.text();
            signFrom = to;
            signTo = to + again.size();
            to = signTo;
        }
        return new Span.Amount(from, to, value, rival, code, signFrom, signTo, number.spoken());
    }

    /** "Three £12": the sign belongs to the number that it is written onto. */
    private static boolean isOfNext(Board board, int at) {
        return board.isGlued(at)
                && board.token(at).isNumber()
                && board.token(at - 1).kind() == Token.Kind.SIGN
                && board.token(at - 1).spaced();
    }

    private static boolean isMinor(Numeral minor) {
        return minor.isWhole()
                && minor.rival() == null
                && minor.value().compareTo(BigDecimal.valueOf(100)) < 0
                && minor.value().compareTo(BigDecimal.valueOf(5)) >= 0;
    }

    /** "5000/-" */
    private static int skipDash(Board board, int at) {
        if (board.isSign(at, '/') && board.isGlued(at) && board.isSign(at + 1, '-')) {
            return at + (board.isSign(at + 2, '-') ? 3 : 2);
        }
        return at;
    }

    /** A number in digits, with its scale, or in words. */
    public static @Nullable Numeral number(Board board, int at) {
        if (at >= board.size()) {
            return null;
        }
        var token = board.token(at);
        if (!token.isNumber()) {
            return NumberWords.read(board, at);
        }
        var locale = board.message.locale();
        var digits = Digits.read(spaced(board, at), locale, at + (isSpaced(board, at) ? 2 : 1));
        if (digits == null) {
            return null;
        }
        var scale = board.find(digits.to(), Tag.SCALE);
        if (scale == null) {
            return digits;
        }
        var factor = BigDecimal.valueOf(((Number) scale.value()).longValue());
        var rival = digits.rival();
        // "1.499k" cannot be a thousand thousands
        var value = rival != null ? rival : digits.value();
        return new Numeral(digits.to() + scale.size(), value.multiply(factor), null, false, true);
    }

    /** "1 499,00": a space between thousands, where that is written so. */
    private static boolean isSpaced(Board board, int at) {
        if (at + 1 >= board.size() || !Digits.writesComma(board.message.locale())) {
            return false;
        }
        var head = board.token(at);
        var tail = board.token(at + 1);
        return tail.isNumber()
                && head.key().length() <= 3
                && head.key().chars().allMatch(c -> c >= '0' && c <= '9')
                && tail.key().length() >= 3
                && tail.start() - head.end() == 1
                && tail.key().substring(0, 3).chars().allMatch(c -> c >= '0' && c <= '9')
                && (tail.key().length() == 3 || tail.key().charAt(3) == ',');
    }

    private static String spaced(Board board, int at) {
        return isSpaced(board, at)
                ? board.token(at).key() + board.token(at + 1).key()
                : board.token(at).key();
    }
}

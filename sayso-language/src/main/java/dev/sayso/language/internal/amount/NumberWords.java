package dev.sayso.language.internal.amount;

import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.words.Entry;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * Numbers in words: "two lakh ten thousand", "nine and a half thousand", "dedh sau"; and prices as
 * they are spoken, "fourteen ninety nine", of which both readings are kept: 1499 and 14.99.
 */
final class NumberWords {
    private static final long ONE = 100;

    private final Board board;
    private int at;
    private long total;
    private long current = -1;
    private long addition;
    private boolean afterScale;
    private boolean tens;
    private boolean scaled;
    private int chunks;
    private boolean singles = true;
    private final long[] chunk = new long[6];

    private NumberWords(Board board, int at) {
        this.board = board;
        this.at = at;
    }

    /** The number that begins at the token, or null. */
    static @Nullable Numeral read(Board board, int at) {
        return new NumberWords(board, at).read();
    }

    private @Nullable Numeral read() {
        int start = at;
        while (at < board.size() && step()) {}
        if (at == start || current < 0 && total == 0 && chunks == 0) {
            return null;
        }
        if (board.isWord(at, "point") && decimals()) {
            return new Numeral(at, BigDecimal.valueOf(current, 2), null, true, false);
        }
        if (chunks == 0) {
            return new Numeral(at, amount(total + Math.max(0, current)), null, true, scaled);
        }
        push(current);
        return pair();
    }

    private boolean step() {
        var number = board.find(at, Tag.NUMBER);
        if (number != null) {
            long value = ((Number) number.value()).longValue();
            int next = at + number.size();
            if (value < 0 && !board.is(next, Tag.SCALE) && !board.is(next, Tag.UNIT)) {
                return false;
            }
            return number(Math.abs(value), number.size());
        }
        var scale = board.find(at, Tag.SCALE);
        if (scale != null) {
            return scale(scale);
        }
        var fraction = board.find(at, Tag.FRACTION);
        if (fraction != null && current < 0 && !isHalfAlone(fraction)) {
            return fraction(((BigDecimal) fraction.value()));
        }
        boolean started = current >= 0 || total > 0;
        if (board.isWord(at, "and") || board.isWord(at, "aur")) {
            if (started && isHalf(at + 1)) {
                current = Math.max(0, current) + ONE / 2;
                at = at + (board.isWord(at + 1, "a") ? 3 : 2);
                return true;
            }
            if (started && afterScale && board.is(at + 1, Tag.NUMBER)) {
                at++;
                return true;
            }
            return false;
        }
        if (board.isWord(at, "a") && !started && board.is(at + 1, Tag.SCALE)) {
            current = ONE;
            at++;
            return true;
        }
        return board.isSign(at, '-')
                && started
                && board.isGlued(at)
                && board.isGlued(at + 1)
                && board.is(at + 1, Tag.NUMBER)
                && skip();
    }

    private boolean skip() {
        at++;
        return true;
    }

    private boolean isHalf(int i) {
        return board.isWord(i, "half") || board.isWord(i, "a") && board.isWord(i + 1, "half");
    }

    private boolean isHalfAlone(Entry fraction) {
        int next = at + fraction.size();
        return !board.is(next, Tag.SCALE) && !board.is(next, Tag.NUMBER);
    }

    private boolean number(long value, int size) {
        long hundredths = value * ONE;
        if (addition != 0) {
            current = hundredths + addition;
            addition = 0;
            tens = false;
        } else if (current < 0) {
            current = hundredths;
            tens = value >= 20 && value % 10 == 0;
        } else if (tens && value < 10 && value > 0) {
            current += hundredths;
            tens = false;
        } else if (!afterScale && total >= 1000 * ONE && current < 10 * ONE && value >= 10) {
            // "one thousand one ninety nine"
            current = current * 100 + hundredths;
            tens = value % 10 == 0;
        } else if (afterScale) {
            current += hundredths;
            tens = value >= 20 && value % 10 == 0;
        } else if (chunks < chunk.length - 1 && total == 0) {
            push(current);
            current = hundredths;
            tens = value >= 20 && value % 10 == 0;
        } else {
            return false;
        }
        afterScale = false;
        at += size;
        return true;
    }

    private boolean scale(Entry scale) {
        long factor = ((Number) scale.value()).longValue();
        if (current < 0 && total == 0 && factor < 100 || chunks > 0 || total > 1_000_000_000_000L) {
            return false;
        }
        if (current < 0 && board.token(at).length() < 3) {
            return false;
        }
        if (addition != 0) {
            current = ONE + (addition < 0 || addition == ONE / 4 ? addition : 0);
            addition = 0;
        }
        if (factor == 100) {
            current = (current < 0 ? ONE : current) * 100;
        } else {
            total += (current <= 0 ? ONE : current) * factor;
            current = 0;
        }
        afterScale = true;
        tens = false;
        scaled = true;
        at += scale.size();
        return true;
    }

    /** "dedh" and "dhai" are numbers; "saadhe", "sawa", "paune" change the one that follows. */
    private boolean fraction(BigDecimal value) {
        long hundredths = value.movePointRight(2).longValue();
        if (hundredths >= ONE) {
            current = hundredths;
        } else {
            addition = hundredths;
        }
        at++;
        return true;
    }

    private boolean decimals() {
        int next = at + 1;
        long fraction = 0;
        int digits = 0;
        while (digits < 2 && board.find(next, Tag.NUMBER) instanceof Entry number) {
            long value = ((Number) number.value()).longValue();
            if (value >= 10) {
                fraction = digits == 0 ? value : fraction;
                digits = 2;
                next += number.size();
                if (board.find(next, Tag.NUMBER) instanceof Entry unit
                        && value % 10 == 0
                        && ((Number) unit.value()).longValue() < 10) {
                    fraction += ((Number) unit.value()).longValue();
                    next += unit.size();
                }
            } else {
                fraction = fraction * 10 + value;
                digits++;
                next += number.size();
            }
        }
        if (digits == 0) {
            return false;
        }
        current = total + Math.max(0, current) + (digits == 1 ? fraction * 10 : fraction);
        at = next;
        return true;
    }

    private void push(long hundredths) {
        singles &= hundredths < 10 * ONE;
        chunk[chunks++] = hundredths;
    }

    private @Nullable Numeral pair() {
        if (singles) {
            long digits = 0;
            for (int i = 0; i < chunks; i++) {
                digits = digits * 10 + chunk[i] / ONE;
            }
            return chunks == 2 && chunk[0] != 0 && chunk[1] != 0 && chunks < 3
                    ? null
                    : new Numeral(at, BigDecimal.valueOf(digits), null, true, false);
        }
        long last = chunk[chunks - 1] / ONE;
        if (chunks == 3 && chunk[1] == 0 && last < 10) {
            return both(chunk[0] / ONE, last);
        }
        if (chunks == 3 && chunk[0] < 10 * ONE && last >= 10 && last < 100) {
            long whole = chunk[0] / ONE * 100 + chunk[1] / ONE;
            return new Numeral(at, BigDecimal.valueOf(whole * 100 + last, 2), null, true, false);
        }
        if (chunks != 2 || last < 10 || last > 99) {
            return null;
        }
        long head = chunk[0] / ONE;
        if (head >= 100) {
            return new Numeral(at, BigDecimal.valueOf(head * 100 + last, 2), null, true, false);
        }
        return both(head, last);
    }

    private Numeral both(long head, long last) {
        return new Numeral(
                at,
                BigDecimal.valueOf(head * 100 + last),
                BigDecimal.valueOf(head * 100 + last, 2),
                true,
                false);
    }

    private static BigDecimal amount(long hundredths) {
        return hundredths % ONE == 0
                ? BigDecimal.valueOf(hundredths / ONE)
                : BigDecimal.valueOf(hundredths, 2);
    }
}

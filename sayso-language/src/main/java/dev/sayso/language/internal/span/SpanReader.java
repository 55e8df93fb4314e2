package dev.sayso.language.internal.span;

import dev.sayso.language.internal.amount.AmountReader;
import dev.sayso.language.internal.cycle.CycleReader;
import dev.sayso.language.internal.date.DayReader;
import dev.sayso.language.internal.name.NameReader;
import dev.sayso.language.internal.text.Token;
import dev.sayso.language.internal.words.Entry;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One pass over the tokens: at each, the reader that explains most of what follows wins. */
public final class SpanReader {
    private static final int LONGEST_PRICE = 7;

    private final Board board;
    private final Span.@Nullable Name[] names;
    private final List<Span> spans;

    /** Where the next name begins: nothing else reaches into it. */
    private int limit;

    private SpanReader(Board board) {
        this.board = board;
        this.names = NameReader.read(board);
        this.spans = new ArrayList<>(board.size());
    }

    public static List<Span> read(Board board) {
        return new SpanReader(board).read();
    }

    private List<Span> read() {
        int at = 0;
        Span before = null;
        while (at < board.size()) {
            var span = next(at, before);
            spans.add(span);
            if (!isLoose(span)) {
                before = span;
            }
            at = span.to();
        }
        return spans;
    }

    /** "2)", "1." before what they number. */
    private boolean isMarker(int at) {
        var token = board.token(at);
        if (!token.isNumber()
                || token.length() > 2
                || !board.isGlued(at + 1)
                || board.isGlued(at + 2)
                || at + 2 >= board.size()) {
            return false;
        }
        boolean first = at == 0 || board.token(at - 1).kind() == Token.Kind.BREAK;
        return board.isSign(at + 1, '.') && first
                || board.isSign(at + 1, ')')
                        && (first || token.spaced())
                        && board.token(at + 2).isWord();
    }

    /** "St." and the like end no sentence. */
    private boolean isAbbreviation(int at) {
        if (!board.isSign(at + 1, '.') || !board.isGlued(at + 1)) {
            return false;
        }
        return switch (board.token(at).key()) {
            case "st", "mr", "mrs", "ms", "dr", "jr", "sr", "prof", "mt" -> true;
            default -> false;
        };
    }

    /** Signs that may stand between a price and its cycle: "16.99......a month". */
    private boolean isLoose(Span span) {
        if (!(span instanceof Span.Mark mark)) {
            return false;
        }
        return switch (mark.sign()) {
            case ',', '-', ':', '(', '~' -> true;
            case '.' -> board.isSign(mark.from() - 1, '.') || board.isSign(mark.to(), '.');
            default -> false;
        };
    }

    private Span next(int at, @Nullable Span before) {
        var token = board.token(at);
        if (token.kind() == Token.Kind.BREAK) {
            return new Span.Mark(at, at + 1, '\n');
        }
        if (token.kind() == Token.Kind.CODE) {
            return new Span.Count(at, at + 1, null, "CODE");
        }
        if (isMarker(at)) {
            return new Span.Mark(at, at + 2, '\n');
        }
        var name = names[at];
        if (name != null) {
            return name;
        }
        if (limit <= at) {
            limit = at + 1;
            while (limit < board.size() && names[limit] == null) {
                limit++;
            }
        }
        Span best = number(at, limit, before);
        var cycle = within(CycleReader.read(board, at, before), limit);
        best = longer(best, cycle);
        var day = within(DayReader.read(board, at), limit);
        if (day != null && (best == null || day.to() >= best.to() || best instanceof Span.Count)) {
            best = day;
        }
        var words = words(at, limit);
        if (words != null
                && (best == null
                        || words.to() > best.to()
                        || words.to() == best.to() && words.is(Tag.BEFORE))) {
            best = words;
        }
        if (best != null) {
            return best;
        }
        if (isAbbreviation(at)) {
            return new Span.Other(at, at + 2);
        }
        if (token.isNumber()) {
            // too long for a price, or not a number at all: "1.2.3"
            return new Span.Count(at, at + 1, null, "CODE");
        }
        return token.kind() == Token.Kind.SIGN
                ? new Span.Mark(at, at + 1, token.key().charAt(0))
                : new Span.Other(at, at + 1);
    }

    /** An amount, or a number that cannot be one. */
    private @Nullable Span number(int at, int limit, @Nullable Span before) {
        var amount = (Span.Amount) within(AmountReader.read(board, at), limit);
        if (amount == null) {
            return null;
        }
        if (amount.isPriced()) {
            return amount;
        }
        int to = amount.to();
        if (board.find(to, Tag.COUNT) instanceof Entry counted && to < limit) {
            return new Span.Count(at, to + counted.size(), amount.value(), counted.text());
        }
        if (board.isSign(to, '%')) {
            return new Span.Count(at, to + 1, amount.value(), "THING");
        }
        if (isTimes(to)) {
            return new Span.Count(at, to + 1, amount.value(), "SEAT");
        }
        if (isCode(at, to, before)) {
            return new Span.Count(at, codeEnd(to), null, "CODE");
        }
        return amount;
    }

    /** "8 creators x $15": whatever they are, each has the price. */
    private boolean isTimes(int at) {
        if (at + 2 >= board.size() || !board.token(at).isWord()) {
            return false;
        }
        boolean times =
                board.isWord(at + 1, "x") || board.isSign(at + 1, '*') || board.isSign(at + 1, '@');
        return times && board.is(at + 2, Tag.CURRENCY);
    }

    /** Phone numbers, times, references: figures bound to others, too long, or after a mark. */
    private boolean isCode(int at, int to, @Nullable Span before) {
        var token = board.token(at);
        if (!token.isNumber()) {
            return false;
        }
        if (board.isSign(at - 1, '#') || board.isSign(at - 1, '*') && board.isGlued(at)) {
            return true;
        }
        boolean plain = token.key().indexOf(',') < 0 && token.key().indexOf('.') < 0;
        if (plain
                && (token.length() > LONGEST_PRICE
                        || token.length() > 1 && token.key().charAt(0) == '0')) {
            return true;
        }
        if (before instanceof Span.Count count
                && count.of().equals("CODE")
                && (board.isGlued(at)
                        || token.spaced()
                                && plain
                                && at == before.to()
                                && board.token(before.from()).isNumber())) {
            return true;
        }
        boolean boundAfter =
                board.isGlued(to)
                        && board.isGlued(to + 1)
                        && (board.isSign(to, ':') || board.isSign(to, '-') || board.isSign(to, '/'))
                        && to + 1 < board.size()
                        && board.token(to + 1).isNumber();
        return boundAfter && !board.is(to + 2, Tag.UNIT);
    }

    private int codeEnd(int to) {
        int end = to;
        while (end + 1 < board.size()
                && board.isGlued(end)
                && board.isGlued(end + 1)
                && (board.isSign(end, ':') || board.isSign(end, '-') || board.isSign(end, '/'))
                && board.token(end + 1).isNumber()) {
            end += 2;
        }
        return end;
    }

    private Span.@Nullable Words words(int at, int limit) {
        int size = 0;
        for (var entry : board.meanings(at)) {
            if (isSpan(entry) && at + entry.size() <= limit && entry.size() > size) {
                size = entry.size();
            }
        }
        if (size == 0) {
            return null;
        }
        long tags = 0;
        int count = 0;
        var entries = new Entry[board.meanings(at).length];
        for (var entry : board.meanings(at)) {
            if (entry.size() == size && isSpan(entry)) {
                tags |= 1L << entry.tag().ordinal();
                entries[count++] = entry;
            }
        }
        return new Span.Words(
                at,
                at + size,
                tags,
                count == entries.length ? entries : Arrays.copyOf(entries, count));
    }

    /** Names have their own reader, and ideas are of the whole message. */
    private static boolean isSpan(Entry entry) {
        return entry.tag() != Tag.NAME && entry.tag() != Tag.IDEA;
    }

    private static @Nullable Span longer(@Nullable Span a, @Nullable Span b) {
        return b != null && (a == null || b.to() >= a.to()) ? b : a;
    }

    private static @Nullable Span within(@Nullable Span span, int limit) {
        return span == null || span.to() > limit ? null : span;
    }

    /** Whether the value is small enough to count things with. */
    static boolean isSmall(BigDecimal value) {
        return value.compareTo(BigDecimal.valueOf(10_000)) < 0;
    }
}

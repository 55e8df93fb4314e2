package dev.sayso.language.internal.event;

import dev.sayso.event.BillingCycle;
import dev.sayso.event.Money;
import dev.sayso.language.internal.amount.Currencies;
import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Cue;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * What is paid and how often, of all the amounts and cycles of a group: seats are multiplied, what
 * is billed wins over what it comes to, and the lasting price over the introductory one.
 */
public final class Terms {
    private final Board board;
    private final List<Span> spans;
    private final List<Span.Amount> amounts = new ArrayList<>();
    private final List<Span.Cycle> cycles = new ArrayList<>();

    public @Nullable BigDecimal cost;
    public @Nullable Currency currency;
    public Span.@Nullable Amount amount;
    public @Nullable BillingCycle cycle;
    public Span.@Nullable Cycle cycleSpan;

    /** The length of an introductory time that the text gives beside its own price. */
    Span.@Nullable Lapse intro;

    /** The old and the new price stand side by side: "from 13.99 to 15.99". */
    boolean rises;

    /** An hour of the day was told: "every day at 6". */
    boolean timed;

    boolean sure = true;

    /** Told apart: how often it is billed, and what that comes to. */
    private boolean isBilled;

    private Terms(Board board, List<Span> spans) {
        this.board = board;
        this.spans = spans;
    }

    public static Terms of(Board board, List<Span> spans) {
        var terms = new Terms(board, spans);
        terms.gather();
        terms.choose();
        terms.price();
        return terms;
    }

    private void gather() {
        Span.Cycle counted = null;
        boolean lapses = false;
        for (int i = 0; i < spans.size(); i++) {
            var span = spans.get(i);
            if (span instanceof Span.Amount read
                    && read.value().signum() > 0
                    && read.value().precision() <= Money.MAX_DIGITS
                    && !isLabelled(i, read)
                    && !isMereWord(i, read)
                    && !isTime(i, read)) {
                amounts.add(read);
            } else if (span instanceof Span.Cycle read && !isDerived(i)) {
                if (isOfCount(i)) {
                    counted = read;
                } else {
                    cycles.add(read);
                }
            }
            lapses |= span instanceof Span.Lapse;
        }
        if (counted != null && cycles.isEmpty() && !lapses) {
            cycles.add(counted);
        }
    }

    /** "2 GB per day": how much, and how often it is paid only where nothing else says so. */
    private boolean isOfCount(int i) {
        return i > 0
                && spans.get(i - 1) instanceof Span.Count count
                && count.of().equals("THING")
                && count.to() == spans.get(i).from();
    }

    /** "one of those weeks": a small number in words is a price only beside a cycle. */
    private boolean isMereWord(int i, Span.Amount read) {
        return read.spoken()
                && !read.isPriced()
                && read.value().compareTo(BigDecimal.valueOf(12)) <= 0
                && !(i + 1 < spans.size() && spans.get(i + 1) instanceof Span.Cycle);
    }

    /** "the meeting is at 10": an hour of the day. */
    private boolean isTime(int i, Span.Amount read) {
        boolean hour =
                !read.isPriced()
                        && board.isWord(read.from() - 1, "at")
                        && read.value().compareTo(BigDecimal.valueOf(24)) <= 0
                        && read.value().scale() <= 0
                        && !(i + 1 < spans.size() && spans.get(i + 1) instanceof Span.Cycle);
        timed |= hour;
        return hour;
    }

    /** A balance, a code, a tax; or of a derived price, "works out at 21.88 a month". */
    private boolean isLabelled(int i, Span.Amount read) {
        if (isDerived(i) || isDifference(i)) {
            return true;
        }
        for (int k = i - 1; k >= 0 && k >= i - 3; k--) {
            if (!(spans.get(k) instanceof Span.Words words)) {
                return false;
            }
            if (words.is(Tag.LABEL)) {
                return switch (words.value(Tag.LABEL)) {
                    case "CODE" -> !read.isPriced() && !words.is(Tag.THING) && k == i - 1;
                    case "BALANCE", "TAX" -> true;
                    case "OLD" -> board.isWord(words.from(), "used");
                    default -> false;
                };
            }
            if (!words.is(Tag.STOP)) {
                return false;
            }
        }
        return false;
    }

    /** "increased by 500" is not the price. */
    private boolean isDifference(int i) {
        if (i < 2
                || !board.isWord(spans.get(i - 1).from(), "by")
                || !(spans.get(i - 2) instanceof Span.Words words)) {
            return false;
        }
        for (var entry : words.entries()) {
            if (entry.tag() == Tag.VERB && entry.text().startsWith("PRICE")) {
                return true;
            }
        }
        return false;
    }

    private boolean isDerived(int i) {
        for (int k = i - 1; k >= 0 && k >= i - 3; k--) {
            var span = spans.get(k);
            if (span instanceof Span.Mark mark && mark.sign() == '='
                    || span instanceof Span.Words words
                            && words.is(Tag.LABEL)
                            && words.value(Tag.LABEL).equals("DERIVED")) {
                return !amounts.isEmpty() && amounts.getFirst().to() <= span.from();
            }
            if (span instanceof Span.Other || span instanceof Span.Name) {
                return false;
            }
        }
        return false;
    }

    private void choose() {
        if (isIntro()) {
            return;
        }
        if (amounts.size() >= 2 && isRise()) {
            rises = true;
            amount = amounts.getLast();
        }
        if (cycles.size() >= 2) {
            billed();
        }
        if (cycleSpan == null && !cycles.isEmpty()) {
            cycleSpan = cycles.getFirst();
            sure &= cycles.size() == 1 || same(cycles);
        }
        if (amount == null && !amounts.isEmpty()) {
            amount = best();
        }
    }

    /** "£1 for 3 months, then £9.99 a month". */
    private boolean isIntro() {
        int then = -1;
        Span.Lapse lapse = null;
        for (int i = 0; i < spans.size(); i++) {
            var span = spans.get(i);
            if (span instanceof Span.Lapse read && lapse == null) {
                lapse = read;
            } else if (span instanceof Span.Words words
                    && words.is(Tag.THEN)
                    && (lapse != null || words.is(Tag.INTRO))) {
                then = i;
            }
        }
        if (then < 0 || lapse == null) {
            return false;
        }
        for (int i = then + 1; i < spans.size(); i++) {
            if (spans.get(i) instanceof Span.Amount read
                    && amounts.contains(read)
                    && amount == null) {
                amount = read;
            } else if (spans.get(i) instanceof Span.Cycle read && cycleSpan == null) {
                cycleSpan = read;
            }
        }
        if (amount == null || amounts.size() < 2) {
            amount = null;
            cycleSpan = null;
            return false;
        }
        if (cycleSpan == null && !cycles.isEmpty()) {
            cycleSpan = cycles.getFirst();
        }
        intro = lapse;
        return true;
    }

    /** "129 -> 149", "from 3500 to 4000", "17.99 to 18.99". */
    private boolean isRise() {
        var first = amounts.get(amounts.size() - 2);
        var last = amounts.getLast();
        int between = first.to();
        boolean arrow = false;
        while (between < last.from()) {
            arrow |=
                    board.isSign(between, '>')
                            || board.isWord(between, "to")
                            || board.isWord(between, "se");
            if (board.token(between).isWord()
                    && !board.isWord(between, "to")
                    && !board.isWord(between, "se")) {
                return false;
            }
            between++;
        }
        return arrow;
    }

    private boolean same(List<Span.Cycle> all) {
        var first = all.getFirst().cycle();
        for (var other : all) {
            if (first == null || !first.equals(other.cycle())) {
                return false;
            }
        }
        return true;
    }

    /** Of two cycles the one that is billed; "$4 a month billed yearly" is 48 a year. */
    private void billed() {
        for (var read : cycles) {
            int at = read.from() - 1;
            boolean billed = false;
            for (int k = at; k >= 0 && k >= at - 2; k--) {
                billed |= board.isCue(k, Cue.BILLED);
            }
            if (billed) {
                cycleSpan = read;
                isBilled = true;
            }
        }
        if (cycleSpan == null) {
            return;
        }
        if (amounts.size() >= 2) {
            for (var read : amounts) {
                if (read.from() >= cycleSpan.to() || amount == null) {
                    amount = read;
                }
            }
            for (var read : amounts) {
                if (read.to() == cycleSpan.from()) {
                    amount = read;
                }
            }
            return;
        }
        var other = cycles.getFirst() == cycleSpan ? cycles.getLast() : cycles.getFirst();
        if (amounts.size() == 1 && other.cycle() != null && cycleSpan.cycle() != null) {
            amount = amounts.getFirst();
            scale(amount, other.cycle(), cycleSpan.cycle());
        }
    }

    private void scale(Span.Amount read, BillingCycle each, BillingCycle billed) {
        long from = each.period().toTotalMonths();
        long to = billed.period().toTotalMonths();
        if (from > 0 && to > from && to % from == 0) {
            cost = chosen(read).multiply(BigDecimal.valueOf(to / from));
        } else if (!each.equals(billed)) {
            sure = false;
        }
    }

    /** Where several are left: the one with a currency, beside the cycle, told as a price. */
    private Span.Amount best() {
        Span.Amount best = amounts.getFirst();
        int bestScore = Integer.MIN_VALUE;
        boolean tie = false;
        for (var read : amounts) {
            int score = score(read);
            if (board.isExplained()) {
                board.weighed(
                        "cost", board.written(read.from(), read.to()), score, score > bestScore);
            }
            tie = score == bestScore && !read.value().equals(best.value());
            if (score > bestScore) {
                best = read;
                bestScore = score;
            }
        }
        sure &= !tie;
        return best;
    }

    private int score(Span.Amount read) {
        int score = read.isPriced() ? 6 : 0;
        if (cycleSpan != null) {
            int distance =
                    cycleSpan.from() >= read.to()
                            ? cycleSpan.from() - read.to()
                            : read.from() - cycleSpan.to();
            score += distance <= 0 ? 5 : distance <= 2 ? 3 : 0;
        }
        if (board.isSign(read.from() - 1, '@')
                || board.isWord(read.from() - 1, "at")
                || board.isWord(read.from() - 1, "for")
                || board.isWord(read.from() - 1, "is")) {
            score += 2;
        }
        if (board.isWord(read.from() - 1, "at") && !read.isPriced() && cycleSpan == null) {
            score -= 3;
        }
        return score;
    }

    /** An amount that the price leaves over. */
    public boolean isSpare(Span.Amount read) {
        return amounts.contains(read)
                && read != amount
                && intro == null
                && !(amount != null && amount.value().compareTo(read.value()) == 0)
                && !(rises && amounts.indexOf(read) == amounts.size() - 2)
                && !(isBilled && amounts.size() == 2);
    }

    /** A cycle that the price leaves over. */
    public boolean isSpare(Span.Cycle read) {
        return cycles.contains(read)
                && intro == null
                && !isBilled
                && !(cycle != null && cycle.equals(read.cycle()));
    }

    private void price() {
        cycle = cycleSpan == null ? null : cycleSpan.cycle();
        if (amount == null) {
            return;
        }
        var sign = amount.sign();
        currency = sign == null ? null : Currencies.of(sign, board.message.currency());
        if (cost == null) {
            cost = chosen(amount).multiply(seats());
        }
        if (cost.precision() > Money.MAX_DIGITS) {
            cost = null;
            amount = null;
        }
    }

    /** Of two readings of a number the likelier one, by the currency and how often it is paid. */
    private BigDecimal chosen(Span.Amount read) {
        var rival = read.rival();
        if (rival == null) {
            return read.value();
        }
        if (!read.spoken()) {
            // "1.499" by the locale has three digits behind the point: seldom a price
            sure = false;
            return read.value();
        }
        var sign = read.sign();
        var said = sign == null ? null : Currencies.of(sign, board.message.currency());
        boolean whole = Currencies.prefersWhole(said == null ? board.message.currency() : said);
        var years =
                cycleSpan == null || cycleSpan.cycle() == null
                        ? Period.ZERO
                        : cycleSpan.cycle().period();
        boolean yearly = years.toTotalMonths() >= 12;
        boolean first = whole || yearly && rival.compareTo(BigDecimal.TEN) < 0;
        board.weighed("cost", read.value(), first ? 1 : 0, first);
        board.weighed("cost", rival, first ? 0 : 1, !first);
        return first ? read.value() : rival;
    }

    /** "6 seats at ₹160", "$8 x 9 seats", "12 users, $8.75 per user": how many times. */
    private BigDecimal seats() {
        boolean each = false;
        BigDecimal seats = null;
        for (var span : spans) {
            if (span instanceof Span.Count count && count.of().equals("SEAT")) {
                seats = count.value();
                each |= amount != null && isTimes(count, amount);
            } else if (span instanceof Span.Words words && words.is(Tag.EACH)) {
                each = true;
            }
        }
        if (seats == null || seats.signum() <= 0) {
            return BigDecimal.ONE;
        }
        sure &= each;
        return each ? seats : BigDecimal.ONE;
    }

    private boolean isTimes(Span.Count count, Span.Amount read) {
        int from = Math.min(count.to(), read.to());
        int to = Math.max(count.from(), read.from());
        for (int i = from; i < to; i++) {
            if (board.isWord(i, "at")
                    || board.isSign(i, '@')
                    || board.isWord(i, "x")
                    || board.isSign(i, '*')) {
                return true;
            }
        }
        return false;
    }
}

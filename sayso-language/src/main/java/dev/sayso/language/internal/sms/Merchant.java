package dev.sayso.language.internal.sms;

import dev.sayso.language.internal.name.NameChooser;
import dev.sayso.language.internal.name.NameReader;
import dev.sayso.language.internal.name.Named;
import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.text.Token;
import dev.sayso.language.internal.words.Cue;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.List;

/**
 * Finds whom the money went to in a message of a bank or merchant: after the word of the rail
 * ("to", "at", "towards", "Merchant:"), never the bank or the means of payment.
 */
final class Merchant {

    private final Board board;
    private final List<Span> spans;
    private final boolean shouted;
    private final BitSet priceEnds = new BitSet();
    private boolean announced;

    Merchant(Board board, List<Span> spans) {
        this.board = board;
        this.spans = spans;
        this.shouted = isShouted();
        for (var span : spans) {
            if (span instanceof Span.Amount amount && amount.isPriced()) {
                priceEnds.set(amount.to());
            }
        }
    }

    /** The merchant, or null where the message names none. */
    @Nullable Named find() {
        var known = best();
        if (known != null && isShortened(known)) {
            var run = run(known.from());
            if (run != null && run.to() > known.to()) {
                return run;
            }
        }
        if (known != null) {
            return new NameChooser(board, spans).named(known);
        }
        var address = address();
        if (address != null) {
            return address;
        }
        announced = true;
        var rail = rail();
        if (rail != null) {
            return rail;
        }
        var written = written();
        if (written != null) {
            return written;
        }
        announced = false;
        return sender();
    }

    /** Whether a word of the rail says that what follows is the merchant. */
    boolean isAnnounced() {
        return announced;
    }

    /** Whether the other name may be whom the money went to just as well. */
    boolean isRival(Span.Name other, @Nullable Named chosen) {
        if (chosen == null
                || other.from() < chosen.to() && chosen.from() < other.to()
                || isBank(other)
                || isAfter(other, "via")
                || isAfter(other, "using")
                || isAfter(other, "on")) {
            return false;
        }
        return other.service() == null
                ? !chosen.name().equals(other.written())
                : other.service() != chosen.service();
    }

    /** "cultfit@ybl", "APPLE.COM/BILL": the address of a service that is known. */
    private @Nullable Named address() {
        for (int i = 0; i < board.size(); i++) {
            if (board.token(i).kind() == Token.Kind.CODE && isAfterRail(i)) {
                var service = board.addressed(i);
                if (service != null) {
                    return new NameChooser(board, spans)
                            .named(new Span.Name(i, i + 1, null, service, true));
                }
            }
        }
        return null;
    }

    /** "Pret" stands for a service of another name, and "PRET A MANGER" may not. */
    private boolean isShortened(Span.Name name) {
        var service = name.service();
        return name.written() == null
                && service != null
                && !name.descriptor()
                && !NameReader.normal(service.name())
                        .equals(NameReader.normal(board.written(name.from(), name.to())));
    }

    /** A name of the person's or the catalogue's; one after a word of the rail wins. */
    private Span.@Nullable Name best() {
        Span.Name best = null;
        int bestScore = Integer.MIN_VALUE;
        for (var span : spans) {
            if (span instanceof Span.Name name && !isBank(name)) {
                int score =
                        (name.written() != null ? 20 : 0)
                                + (isAfterRail(name.from()) ? 10 : 0)
                                + (name.to() - name.from())
                                - (isAfter(name, "via") ? 30 : 0)
                                + (board.is(name.to(), Tag.NOUN) ? 8 : 0)
                                + (name.from() == 0 ? 2 : 0);
                if (score > bestScore) {
                    best = name;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    private boolean isBank(Span.Name name) {
        if (name.written() != null) {
            return false;
        }
        boolean bank = true;
        for (int i = name.from(); i < name.to(); i++) {
            bank &= board.isListed(i, Tag.BANK);
        }
        return bank || board.isWord(name.to(), "bank");
    }

    private boolean isAfter(Span.Name name, String word) {
        return board.isWord(name.from() - 1, word);
    }

    private boolean isAfterRail(int at) {
        int before = at - 1;
        while (before >= 0
                && (board.isSign(before, ':')
                        || board.isSign(before, '*')
                        || board.isWord(before, "the")
                        || board.isWord(before, "your")
                        || board.isWord(before, "vpa"))) {
            if (board.isSign(before, '*')) {
                return true;
            }
            before--;
        }
        return before >= 0 && board.isListed(before, Tag.RAIL);
    }

    /** UPI/P2M/5123/NETFLIX/…, ACH*NAME, POS 1234 NAME. */
    private @Nullable Named rail() {
        for (int i = 0; i + 2 < board.size(); i++) {
            if (board.isSign(i, '/')
                    && board.isGlued(i)
                    && board.token(i + 1).isWord()
                    && board.isGlued(i + 1)
                    && (board.isSign(i + 2, '/') || i + 2 == board.size())
                    && board.token(i + 1).length() > 3
                    && !board.isListed(i + 1, Tag.EDGE)
                    && hasCode(i)) {
                return named(i + 1, i + 2);
            }
            if (board.isSign(i, '*')
                    && board.isGlued(i)
                    && board.token(i + 1).isWord()
                    && board.isGlued(i + 1)
                    && board.token(i + 1).length() > 2) {
                return run(i + 1);
            }
        }
        return null;
    }

    private boolean hasCode(int slash) {
        for (int i = Math.max(0, slash - 6); i < slash; i++) {
            var key = board.token(i).key();
            if (key.equals("upi")
                    || key.equals("p2m")
                    || key.equals("ach")
                    || key.equals("nach")
                    || key.equals("neft")) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Named written() {
        Named best = null;
        int bestRank = -1;
        for (int i = 0; i < board.size(); i++) {
            int next = i + 1;
            while (board.isSign(next, ':')
                    || board.isWord(next, "of")
                    || board.isWord(next, "the")) {
                next++;
            }
            int rank = rank(i, next);
            if (rank > bestRank && next < board.size()) {
                var run = run(next);
                if (run != null) {
                    best = run;
                    bestRank = rank;
                }
            }
        }
        return best;
    }

    /** How well a word announces the merchant; -1 not at all. */
    private int rank(int at, int next) {
        if (board.isCue(at, Cue.PAYEE)) {
            return 9;
        }
        return switch (board.token(at).key()) {
            case "domain" -> 8;
            case "your" -> isBill(next) ? 7 : -1;
            case "to", "towards", "at" -> 6;
            case "by" -> 5;
            case "for", "with" -> 4;
            case "registered", "approved", "payments" -> board.isSign(at + 1, ':') ? 5 : -1;
            case "from" -> board.isWord(at - 1, "receipt") ? 7 : 2;
            default -> afterAmount(at, next);
        };
    }

    /** "your MGL gas bill" */
    private boolean isBill(int next) {
        for (int i = next + 1; i < Math.min(next + 5, board.size()); i++) {
            if (board.isCue(i, Cue.FEE)) {
                return true;
            }
        }
        return false;
    }

    /** "debit $40.00 PLANET FITNESS ACH": right behind the amount. */
    private int afterAmount(int at, int next) {
        return next == at + 1 && priceEnds.get(next) ? 3 : -1;
    }

    private @Nullable Named run(int from) {
        int to = from;
        boolean shouted = this.shouted;
        while (to < board.size() && to - from < 7 && isPart(to, from, shouted)) {
            to++;
        }
        while (to > from
                && (!board.token(to - 1).isWord() && !board.token(to - 1).isNumber()
                        || board.isListed(to - 1, Tag.TAIL) && to - from > 1)) {
            to--;
        }
        if (to == from || !hasLetters(from, to) || isBankRun(from, to)) {
            return null;
        }
        return named(from, to);
    }

    private boolean hasLetters(int from, int to) {
        for (int i = from; i < to; i++) {
            if (board.token(i).isWord() && board.token(i).length() > 1) {
                return true;
            }
        }
        return false;
    }

    private boolean isBankRun(int from, int to) {
        for (int i = from; i < to; i++) {
            var key = board.token(i).key();
            if (key.equals("bank") || key.equals("ac") || key.equals("card")) {
                return true;
            }
        }
        return board.isListed(from, Tag.BANK)
                && (to - from == 1 || board.isSign(to, ':') && from == 0);
    }

    private boolean isPart(int at, int from, boolean shouted) {
        var token = board.token(at);
        if (token.isWord()) {
            if (at > from && isEdge(at)) {
                return false;
            }
            char first = board.text.charAt(token.start());
            boolean capital = Character.isUpperCase(first) || Character.isDigit(first);
            if (token.key().equals("'s")) {
                return true;
            }
            if (!capital && !shouted) {
                return at > from && board.isGlued(at);
            }
            return capital
                    && !(at == from && board.isListed(at, Tag.EDGE))
                    && !board.is(at, Tag.MONTH)
                    && !board.is(at, Tag.CURRENCY);
        }
        if (token.isNumber()) {
            return at > from && token.length() <= 4 && board.isGlued(at);
        }
        return at > from
                && token.kind() == Token.Kind.SIGN
                && at + 1 < board.size()
                && (board.isGlued(at) && board.isGlued(at + 1) && ".&-'*".contains(token.key())
                        || board.isSign(at, '&') && board.token(at + 1).isWord());
    }

    private boolean isEdge(int at) {
        return board.isListed(at, Tag.EDGE);
    }

    /** Everything in capitals: then capitals say nothing. */
    private boolean isShouted() {
        int lower = 0;
        int upper = 0;
        for (int i = 0; i < board.text.length(); i++) {
            char c = board.text.charAt(i);
            lower += Character.isLowerCase(c) ? 1 : 0;
            upper += Character.isUpperCase(c) ? 1 : 0;
        }
        return lower * 4 < upper;
    }

    /** "BESCOM: your electricity bill", "Airtel bill for", "Your EE bill is". */
    private @Nullable Named sender() {
        if (board.size() > 2) {
            for (int i = 1; i < Math.min(6, board.size()); i++) {
                if (board.isSign(i, ':')
                        || board.isWord(i, "bill")
                        || board.isWord(i, "collected")
                        || board.isWord(i, "plan")
                        || board.isWord(i, "subscription")
                        || board.isWord(i, "membership")
                        || board.isWord(i, "premium")
                        || board.isWord(i, "recharge")) {
                    int from = board.isWord(0, "your") || board.isWord(0, "the") ? 1 : 0;
                    return i > from ? run(from) : null;
                }
            }
        }
        return null;
    }

    private Named named(int from, int to) {
        for (var span : spans) {
            if (span instanceof Span.Name name
                    && name.from() >= from
                    && name.to() <= to
                    && !isBank(name)
                    && !(isShortened(name) && name.to() < to)) {
                return new NameChooser(board, spans).named(name);
            }
        }
        return new NameChooser(board, spans).remaining(from, to);
    }
}

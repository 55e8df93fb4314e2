package dev.sayso.language.internal.intent;

import dev.sayso.catalogue.Category;
import dev.sayso.language.Question;
import dev.sayso.language.Question.Measure;
import dev.sayso.language.Question.Order;
import dev.sayso.language.internal.date.Resolver;
import dev.sayso.language.internal.name.NameChooser;
import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Recognises questions about the person's own subscriptions, and what exactly they ask. */
public final class Questions {
    private static final int MOST_OF_LISTING = 7;

    /** What people call the categories, one or many. */
    private static final Map<String, String> CATEGORIES = new HashMap<>();

    static {
        for (var category : Category.values()) {
            CATEGORIES.put(category.wire(), category.wire());
            CATEGORIES.put(category.wire() + "s", category.wire());
        }
        CATEGORIES.put("ott", Category.STREAMING.wire());
        CATEGORIES.put("gym", Category.FITNESS.wire());
        CATEGORIES.put("gyms", Category.FITNESS.wire());
    }

    private final Board board;
    private final List<Span> spans;
    private final Ideas ideas;

    private Questions(Board board, List<Span> spans, Ideas ideas) {
        this.board = board;
        this.spans = spans;
        this.ideas = ideas;
    }

    /** The question that the message asks, or null. */
    public static @Nullable Question read(Board board, List<Span> spans, Ideas ideas) {
        var questions = new Questions(board, spans, ideas);
        return questions.isQuestion() ? questions.question() : null;
    }

    private boolean isQuestion() {
        if (isListing()) {
            return true;
        }
        boolean named = has(Span.Name.class);
        boolean subject =
                ideas.has(Idea.SUBS)
                        || ideas.has(Idea.MONEY) && hasCategory()
                        || ideas.has(Idea.MONEY) && (named || isOwn() || !has(Span.Other.class))
                        || named && isOwn();
        return subject && (beginsAsking() || asksLater());
    }

    private boolean has(Class<? extends Span> kind) {
        for (var span : spans) {
            if (kind.isInstance(span)) {
                return true;
            }
        }
        return false;
    }

    /** About what is one's own: "how much do I spend". */
    private boolean isOwn() {
        for (int i = 0; i < board.size(); i++) {
            switch (board.token(i).key()) {
                case "i",
                        "my",
                        "me",
                        "we",
                        "our",
                        "us",
                        "mera",
                        "meri",
                        "mere",
                        "ive",
                        "im",
                        "maine" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /** A few words that name a list and nothing else: "my subscriptions", "next renewals". */
    private boolean isListing() {
        if (!ideas.has(Idea.LISTING) || board.size() > MOST_OF_LISTING) {
            return false;
        }
        for (var span : spans) {
            boolean light =
                    span instanceof Span.Mark
                            || span instanceof Span.Day
                            || span instanceof Span.Other && isMoney(span)
                            || span instanceof Span.Words words
                                    && (!words.is(Tag.VERB) || words.is(Tag.ASK))
                                    && !words.is(Tag.NOT)
                                    && !words.is(Tag.IF);
            if (!light) {
                return false;
            }
        }
        return !board.isWord(0, "new") && !board.isWord(0, "a") && !board.isWord(0, "another");
    }

    private boolean isMoney(Span span) {
        for (var entry : board.meanings(span.from())) {
            if (entry.value() == Idea.MONEY
                    || entry.value() == Idea.SUBS
                    || entry.value() == Idea.LISTING) {
                return true;
            }
        }
        return false;
    }

    private boolean beginsAsking() {
        for (var span : spans) {
            if (span instanceof Span.Words words) {
                if (words.is(Tag.ASK)) {
                    return !words.is(Tag.STOP) || ideas.has(Idea.ASKED) || isAuxiliary(words);
                }
                if (words.is(Tag.FILL) || words.is(Tag.STOP) && !words.is(Tag.VERB)) {
                    continue;
                }
                return false;
            }
            if (!(span instanceof Span.Mark) && !(span instanceof Span.Day)) {
                return false;
            }
        }
        return false;
    }

    private boolean isAuxiliary(Span.Words words) {
        return words.from() == 0;
    }

    /** The word that asks may stand late: "gym ki agli payment kab hai", "my total?". */
    private boolean asksLater() {
        for (var span : spans) {
            if (span instanceof Span.Words words
                    && words.is(Tag.ASK)
                    && !words.is(Tag.STOP)
                    && !has(Span.Cycle.class) | !has(Span.Amount.class)) {
                return !words.is(Tag.VERB) && !words.is(Tag.FILL) && isStrong(words);
            }
        }
        return false;
    }

    private boolean isStrong(Span.Words words) {
        var key = board.token(words.from()).key();
        return switch (key) {
            case "how",
                    "kitna",
                    "kitne",
                    "kitni",
                    "kab",
                    "kaunsa",
                    "kaunse",
                    "kaunsi",
                    "konsa",
                    "which",
                    "dikhao",
                    "batao",
                    "sabse",
                    "kahan" ->
                    true;
            default -> false;
        };
    }

    private Question question() {
        var names = new ArrayList<String>();
        var chooser = new NameChooser(board, spans);
        for (var span : spans) {
            if (span instanceof Span.Name name) {
                var chosen = chooser.named(name);
                if (!names.contains(chosen.name())) {
                    names.add(chosen.name());
                }
            }
        }
        var order = order();
        var measure = measure(order, names);
        LocalDate from = null;
        LocalDate to = null;
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i) instanceof Span.Day day) {
                boolean until =
                        i > 0
                                && spans.get(i - 1) instanceof Span.Words words
                                && (words.is(Tag.BEFORE)
                                        || words.is(Tag.ROLE)
                                                && words.value(Tag.ROLE).equals("END"));
                boolean past = isPast();
                var first = Resolver.resolve(day, today(), !past);
                from = until ? today() : first;
                to = until ? lastOf(day, first) : lastOf(day, first);
            }
        }
        return new Question(
                measure, names, categories(), from, to, order, order == null ? null : limit());
    }

    private LocalDate today() {
        return board.message.now().toLocalDate();
    }

    private boolean isPast() {
        for (int i = 0; i < board.size(); i++) {
            if (board.isWord(i, "did")
                    || board.isWord(i, "was")
                    || board.isWord(i, "spent")
                    || board.isWord(i, "paid")
                    || board.isWord(i, "last")
                    || board.isWord(i, "cancelled")) {
                return true;
            }
        }
        return false;
    }

    private static LocalDate lastOf(Span.Day day, LocalDate first) {
        return switch (day.form()) {
            case MONTH, BEGIN_OF_MONTH -> first.with(TemporalAdjusters.lastDayOfMonth());
            case BEGIN_OF_YEAR -> first.with(TemporalAdjusters.lastDayOfYear());
            case OF_WEEKS -> first.plusDays(6);
            default -> first;
        };
    }

    private @Nullable Order order() {
        for (int i = 0; i < board.size(); i++) {
            switch (board.token(i).key()) {
                case "expensive",
                        "priciest",
                        "cheapest",
                        "costliest",
                        "mehnga",
                        "mahnga",
                        "sasta",
                        "biggest",
                        "highest",
                        "lowest" -> {
                    return Order.COST;
                }
                case "next", "soonest", "upcoming", "first", "agla", "agli" -> {
                    return Order.DATE;
                }
                default -> {}
            }
        }
        return null;
    }

    private Measure measure(@Nullable Order order, List<String> names) {
        boolean many = hasKey("many") || hasKey("count") || hasKey("kitne");
        if (many && ideas.has(Idea.SUBS)) {
            return Measure.COUNT;
        }
        if (hasKey("when") || hasKey("whens") || hasKey("kab")) {
            return Measure.NEXT_RENEWAL;
        }
        if (order == Order.COST) {
            return Measure.LIST;
        }
        if (hasKey("payments") || hasKey("payment") || hasKey("paid")) {
            return order == Order.DATE ? Measure.LIST : Measure.PAYMENTS;
        }
        if (!names.isEmpty()
                && (hasKey("price")
                        || hasKey("cost")
                        || hasKey("much")
                        || hasKey("pay")
                        || hasKey("costs"))) {
            return Measure.PRICE;
        }
        if (hasKey("much")
                || hasKey("total")
                || hasKey("sum")
                || hasKey("spend")
                || hasKey("spending")
                || hasKey("kitna")
                || hasKey("kharcha")
                || hasKey("kharch")
                || hasKey("breakdown")
                || hasKey("average")) {
            return Measure.TOTAL;
        }
        return Measure.LIST;
    }

    private boolean hasKey(String key) {
        for (int i = 0; i < board.size(); i++) {
            if (board.isWord(i, key)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasCategory() {
        for (int i = 0; i < board.size(); i++) {
            if (CATEGORIES.containsKey(board.token(i).key())) {
                return true;
            }
        }
        return false;
    }

    private List<String> categories() {
        var found = new ArrayList<String>();
        for (int i = 0; i < board.size(); i++) {
            var category = CATEGORIES.get(board.token(i).key());
            if (category != null && !found.contains(category)) {
                found.add(category);
            }
        }
        return found;
    }

    /** "top 5"; "the most expensive" is one. */
    private @Nullable Integer limit() {
        for (var span : spans) {
            if (span instanceof Span.Amount amount
                    && !amount.isPriced()
                    && amount.value().scale() <= 0
                    && amount.value().intValue() > 0
                    && amount.value().intValue() <= 100) {
                return amount.value().intValue();
            }
        }
        return hasKey("all") || hasKey("subscriptions") && !hasKey("which") ? null : 1;
    }
}

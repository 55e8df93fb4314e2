package dev.sayso.language.internal;

import dev.sayso.event.EventType;
import dev.sayso.language.Explanation;
import dev.sayso.language.Message;
import dev.sayso.language.Outcome;
import dev.sayso.language.Parser;
import dev.sayso.language.Reason;
import dev.sayso.language.Source;
import dev.sayso.language.internal.event.Facts;
import dev.sayso.language.internal.event.Turns;
import dev.sayso.language.internal.intent.HelpRules;
import dev.sayso.language.internal.intent.Idea;
import dev.sayso.language.internal.intent.Ideas;
import dev.sayso.language.internal.intent.Questions;
import dev.sayso.language.internal.sms.Notice;
import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.span.SpanReader;
import dev.sayso.language.internal.words.Lexicon;
import dev.sayso.language.internal.words.Tag;

import java.util.ArrayList;
import java.util.List;

/** The parser over the built-in words and the catalogue. */
public final class StandardParser implements Parser {
    private final Lexicon lexicon;
    private final HelpRules help;

    public StandardParser(Lexicon lexicon, HelpRules help) {
        this.lexicon = lexicon;
        this.help = help;
    }

    @Override
    public Outcome parse(Message message) {
        var board = new Board(message, lexicon, null);
        return read(board, SpanReader.read(board));
    }

    /** Reads the message once more, and keeps what was weighed. */
    public Explanation explain(Message message) {
        var board = new Board(message, lexicon, new ArrayList<>());
        var spans = SpanReader.read(board);
        return Explaining.of(board, spans, read(board, spans));
    }

    private Outcome read(Board board, List<Span> spans) {
        var message = board.message;
        var turn = Turns.read(board, spans);
        if (turn != null) {
            return turn;
        }
        var ideas = Ideas.of(board);
        if (Notice.isOne(board, ideas)) {
            var outcome = Notice.read(board, spans, ideas);
            if (outcome != null) {
                return outcome;
            }
        }
        if (!tellsPrice(spans)
                && (message.source() == Source.TYPED || message.source() == Source.VOICE)) {
            var call = help.call(ideas);
            if (call != null && !(isReminder(board, spans) && !ideas.has(Idea.WHY))) {
                return new Outcome.Help(call.topic());
            }
        }
        if (!isWhole(spans) && !isNotice(spans)) {
            var question = Questions.read(board, spans, ideas);
            if (question != null) {
                return new Outcome.Query(question);
            }
        }
        var outcome = Facts.read(board, spans);
        if (message.source() == Source.SMS && outcome instanceof Outcome.Recorded recorded) {
            // no pattern of a bank or merchant: what a person would mean by it is a guess
            outcome = recorded.unsure();
        }
        return ideas.has(Idea.FOREIGN) && isBorrowed(outcome, message)
                ? new Outcome.Ignored(Reason.NOT_ABOUT_IT, List.of())
                : outcome;
    }

    /**
     * Whether an act was read out of a sentence of another language: "mets Basic-Fit en pause" has
     * an English word and yet nothing that English readers could be sure of.
     */
    private static boolean isBorrowed(Outcome outcome, Message message) {
        var language = message.locale().getLanguage();
        return !language.equals("en")
                && !language.equals("hi")
                && outcome instanceof Outcome.Recorded recorded
                && recorded.readings().stream()
                        .anyMatch(
                                reading ->
                                        reading.event().type() != EventType.SUBSCRIPTION_CREATED);
    }

    /** A price and how often: then it tells of something. */
    private static boolean isWhole(List<Span> spans) {
        return isPriced(spans) && has(spans, Span.Cycle.class);
    }

    /** A price with its currency, or one with its cycle: no call for help. */
    private static boolean tellsPrice(List<Span> spans) {
        for (var span : spans) {
            if (span instanceof Span.Amount amount && amount.isPriced()) {
                return true;
            }
        }
        return isWhole(spans);
    }

    private static boolean isPriced(List<Span> spans) {
        return has(spans, Span.Amount.class);
    }

    private static boolean has(List<Span> spans, Class<? extends Span> kind) {
        for (var span : spans) {
            if (kind.isInstance(span)) {
                return true;
            }
        }
        return false;
    }

    /** "give me 10 days notice before it renews" */
    private static boolean isNotice(List<Span> spans) {
        for (int i = 0; i + 1 < spans.size(); i++) {
            if (spans.get(i) instanceof Span.Lapse) {
                for (int k = i + 1; k < Math.min(i + 3, spans.size()); k++) {
                    if (spans.get(k) instanceof Span.Words words && words.is(Tag.BEFORE)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** "remind me 2 days before" is an order, unless before it stands that none came. */
    private static boolean isReminder(Board board, List<Span> spans) {
        boolean before = false;
        for (var span : spans) {
            before |= span instanceof Span.Words words && words.is(Tag.BEFORE);
        }
        if (!before) {
            return false;
        }
        for (int i = 0; i < board.size(); i++) {
            for (var entry : board.meanings(i)) {
                if (entry.value() == Idea.MISSING) {
                    return false;
                }
                if (entry.value() == Idea.ALERT) {
                    return true;
                }
            }
        }
        return true;
    }
}

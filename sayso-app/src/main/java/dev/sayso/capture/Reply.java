package dev.sayso.capture;

import dev.sayso.language.Draft;
import dev.sayso.language.HelpTopic;
import dev.sayso.language.Outcome;
import dev.sayso.language.Question;
import dev.sayso.language.Reading;
import dev.sayso.language.Reason;
import dev.sayso.language.Turn;
import dev.sayso.ledger.CaptureId;
import dev.sayso.ledger.EventId;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.subscription.Fit.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of a capture. {@code position} is the log's, after it. */
public sealed interface Reply {
    CaptureId id();

    long position();

    /** Events were noted; a question may stand beside them. */
    record Recorded(
            CaptureId id,
            long position,
            List<Noted> noted,
            List<Draft> drafts,
            Turn turn,
            @Nullable Ask ask)
            implements Reply {
        public Recorded {
            noted = List.copyOf(noted);
            drafts = List.copyOf(drafts);
        }
    }

    /** Nothing was noted yet: an answer is needed. */
    record Asks(CaptureId id, long position, List<Draft> drafts, Turn turn, Ask ask)
            implements Reply {
        public Asks {
            drafts = List.copyOf(drafts);
        }
    }

    /** It was understood, but it does not fit what is there. */
    record Refused(
            CaptureId id, long position, Refusal reason, Draft draft, List<Ask.Option> choices)
            implements Reply {
        public Refused {
            choices = List.copyOf(choices);
        }
    }

    /**
     * It was a question.
     *
     * @param answer what was known then; absent where it was asked before there were answers
     */
    record Answer(
            CaptureId id,
            long position,
            Question question,
            dev.sayso.insight.@Nullable Answer answer)
            implements Reply {}

    record Guide(CaptureId id, long position, @Nullable HelpTopic topic) implements Reply {}

    /** It was let go; where a name and a price were read, it asks whether it repeats. */
    record LetGo(CaptureId id, long position, Reason reason, List<Draft> drafts, @Nullable Ask ask)
            implements Reply {
        public LetGo {
            drafts = List.copyOf(drafts);
        }
    }

    /**
     * A reading that is in the log.
     *
     * @param replaced of a correction: the event that it took the place of
     */
    record Noted(
            Reading reading,
            EventId eventId,
            @Nullable SubscriptionId subscriptionId,
            @Nullable EventId replaced) {}

    /** Whether something waits for an answer until it gets one. */
    default boolean isOpen() {
        return switch (this) {
            case Recorded(_, _, var noted, _, _, var ask) ->
                    ask != null
                            && (!ask.field().equals("next_renewal_on")
                                    || noted.stream().anyMatch(Asking::isLong));
            case Asks _ -> true;
            case Refused(_, _, _, _, var choices) -> !choices.isEmpty();
            case LetGo _, Answer _, Guide _ -> false;
        };
    }

    /** What the next message may correct or answer. */
    default Outcome outcome() {
        return switch (this) {
            case Recorded r ->
                    new Outcome.Recorded(
                            r.noted.stream().map(Noted::reading).toList(), r.drafts, r.turn);
            case Asks a -> new Outcome.NeedsInput(a.drafts, a.turn);
            case Refused r ->
                    r.draft
                            .complete()
                            .<Outcome>map(
                                    reading ->
                                            new Outcome.Recorded(
                                                    List.of(reading), List.of(), Turn.NEW))
                            .orElseGet(() -> new Outcome.NeedsInput(List.of(r.draft), Turn.NEW));
            case Answer a -> new Outcome.Query(a.question);
            case Guide g -> new Outcome.Help(g.topic);
            case LetGo l -> new Outcome.Ignored(l.reason, l.drafts);
        };
    }
}

package dev.sayso.language.internal.sms;

import dev.sayso.event.BillingCycle;
import dev.sayso.event.EventType;
import dev.sayso.event.Field;
import dev.sayso.language.Draft;
import dev.sayso.language.Outcome;
import dev.sayso.language.Reason;
import dev.sayso.language.Source;
import dev.sayso.language.Turn;
import dev.sayso.language.internal.event.Acts;
import dev.sayso.language.internal.event.Acts.Act;
import dev.sayso.language.internal.event.Sketch;
import dev.sayso.language.internal.event.Terms;
import dev.sayso.language.internal.event.Timing;
import dev.sayso.language.internal.event.Timing.Dated;
import dev.sayso.language.internal.event.Timing.Role;
import dev.sayso.language.internal.intent.Idea;
import dev.sayso.language.internal.intent.Ideas;
import dev.sayso.language.internal.name.Named;
import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Cue;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Reads what a bank, a card or a merchant writes: contract rule 4. */
public final class Notice {
    private final Board board;
    private final List<Span> spans;
    private final Ideas ideas;
    private final Terms terms;
    private final Timing timing;
    private final Merchant merchant;
    private final @Nullable Named name;

    private Notice(Board board, List<Span> spans, Ideas ideas) {
        this.board = board;
        this.spans = spans;
        this.ideas = ideas;
        this.terms = Terms.of(board, spans);
        this.timing = Timing.of(board, spans);
        this.merchant = new Merchant(board, spans);
        this.name = merchant.find();
    }

    /** Whether a message reads like a machine's, whoever passed it on. */
    public static boolean isOne(Board board, Ideas ideas) {
        var source = board.message.source();
        if (source == Source.SMS || source == Source.EMAIL) {
            return true;
        }
        return ideas.has(Idea.BANK)
                        && (ideas.has(Idea.DEBIT)
                                || ideas.has(Idea.MANDATE)
                                || ideas.has(Idea.MONEYIN)
                                || ideas.has(Idea.DECLINED))
                        && board.size() > 10
                        && source != Source.VOICE
                || ideas.has(Idea.SECRET);
    }

    /** The outcome, or null where it reads like what a person would write. */
    public static @Nullable Outcome read(Board board, List<Span> spans, Ideas ideas) {
        return new Notice(board, spans, ideas).outcome();
    }

    private @Nullable Outcome outcome() {
        var refused = refused();
        if (refused != null) {
            return new Outcome.Ignored(refused, List.of());
        }
        var acts = Acts.of(spans);
        boolean subject = ideas.has(Idea.MANDATE) || ideas.has(Idea.SUBS) || word("plan");
        if (ideas.has(Idea.REVOKED) && subject && !ideas.has(Idea.UPCOMING)) {
            return one(cancelled());
        }
        if (acts.has(Act.PAUSE) && subject && terms.amount == null) {
            return one(paused());
        }
        if (acts.has(Act.PRICE) && terms.amount != null && word("price")) {
            return one(priceChanged());
        }
        if (ideas.has(Idea.MANDATE)
                && ideas.has(Idea.SETUP)
                && (isSetUp() && !word("debited") && !word("executed") || !isDebit())
                && terms.amount != null) {
            return one(setUp());
        }
        if (ideas.has(Idea.RECHARGE) && lapse() != null && terms.amount != null) {
            return one(recharged());
        }
        if (terms.amount != null && isUpcoming()) {
            return one(upcoming());
        }
        if (terms.amount != null
                && (ideas.has(Idea.RECEIPT) || isConfirmed())
                && !(isDebit() && cycle() == null)) {
            return one(receipt());
        }
        if (terms.amount != null && isBill()) {
            return one(upcoming());
        }
        if (terms.amount != null && (isDebit() || isSpentAt())) {
            return ideas.has(Idea.CASH) || isPrivate()
                    ? new Outcome.Ignored(Reason.NOT_ABOUT_IT, List.of())
                    : one(paid());
        }
        if (ideas.has(Idea.ADVERT) || ideas.has(Idea.BALANCE) || ideas.has(Idea.PARCEL)) {
            return new Outcome.Ignored(
                    ideas.has(Idea.ADVERT) ? Reason.ADVERT : Reason.NOT_ABOUT_IT, List.of());
        }
        return null;
    }

    private @Nullable Reason refused() {
        if (ideas.has(Idea.SECRET)) {
            return Reason.SECRET;
        }
        boolean debited = word("debited") || word("debit");
        if (ideas.has(Idea.DECLINED)) {
            return Reason.MONEY_IN;
        }
        if (ideas.has(Idea.MONEYIN) && !debited && !isReceiptOfOurs()) {
            return Reason.MONEY_IN;
        }
        if (ideas.has(Idea.OWNBILL)) {
            return Reason.NOT_ABOUT_IT;
        }
        if (ideas.has(Idea.ADVERT) && !isDone() && !isUpcomingOfOurs()) {
            return Reason.ADVERT;
        }
        return null;
    }

    /** "We have received your payment": money that we paid. */
    private boolean isReceiptOfOurs() {
        return ideas.has(Idea.RECEIPT)
                && !word("refund")
                && !word("refunded")
                && !phrase("received", "from");
    }

    private boolean isDone() {
        return word("debited")
                || word("paid")
                || word("charged")
                || word("spent")
                || word("renews")
                || ideas.has(Idea.RECEIPT)
                || word("confirmed")
                || word("registered");
    }

    private boolean isUpcomingOfOurs() {
        return ideas.has(Idea.UPCOMING)
                && (word("your") || word("autopay"))
                && !timing.days.isEmpty();
    }

    private boolean word(String word) {
        for (int i = 0; i < board.size(); i++) {
            if (board.isWord(i, word)) {
                return true;
            }
        }
        return false;
    }

    private boolean cue(Cue cue) {
        for (int i = 0; i < board.size(); i++) {
            if (board.isCue(i, cue)) {
                return true;
            }
        }
        return false;
    }

    private boolean phrase(String first, String second) {
        for (int i = 0; i + 1 < board.size(); i++) {
            int next = board.isSign(i + 1, '-') ? i + 2 : i + 1;
            if (board.isWord(i, first) && board.isWord(next, second)) {
                return true;
            }
        }
        return false;
    }

    /** Money that has gone, not money that will. */
    private boolean isDebit() {
        return ideas.has(Idea.DEBIT)
                && (cue(Cue.GONE)
                        || word("charge") && !word("will")
                        || word("charged") && !word("will") && !phrase("be", "charged")
                        || word("debit")
                                && !word("next")
                                && !word("first")
                                && !word("instruction")
                                && !word("new")
                                && !word("take")
                        || word("payment")
                                && (word("successful") || word("made") || word("of") || word("to"))
                                && !ideas.has(Idea.UPCOMING)
                                && !isSetUp())
                && !phrase("will", "be")
                && !phrase("to", "be");
    }

    /** "Discover Card: $15.99 at CRUNCHYROLL on Nov 22" */
    private boolean isSpentAt() {
        var amount = terms.amount;
        return amount != null
                && amount.isPriced()
                && ideas.has(Idea.BANK) | isFromBank()
                && board.isWord(amount.to(), "at")
                && !ideas.has(Idea.UPCOMING);
    }

    private boolean isFromBank() {
        return board.isListed(0, Tag.BANK) || board.isListed(1, Tag.BANK);
    }

    private boolean isSetUp() {
        return ideas.has(Idea.MANDATE)
                && (phrase("set", "up")
                        || word("registered")
                        || word("created")
                        || word("activated")
                        || word("active")
                        || word("approved")
                        || word("accepted"));
    }

    private boolean isUpcoming() {
        return ideas.has(Idea.UPCOMING)
                && (timing.find(Role.RENEW) != null || timing.days.size() == 1)
                && !isPast()
                && !isSetUp();
    }

    private boolean isPast() {
        return word("debited") && !phrase("be", "debited") && !phrase("auto", "debited")
                || phrase("has", "been")
                || word("receipt")
                || word("paid") && !phrase("if", "paid");
    }

    private boolean isBill() {
        return (ideas.has(Idea.BILL) || word("due"))
                && (timing.find(Role.RENEW) != null || timing.days.size() == 1)
                && !isPast()
                && !word("received");
    }

    private boolean isConfirmed() {
        return word("confirmed") && cycle() != null;
    }

    /** Money sent to a person, or to an account of one's own. */
    private boolean isPrivate() {
        if (name != null && (name.known() || name.service() != null)) {
            return false;
        }
        return ideas.has(Idea.PERSONAL)
                || name == null
                || Person.is(board, name)
                || word("sent") && Person.mayBe(board, name);
    }

    private Outcome one(@Nullable Draft draft) {
        if (draft == null) {
            return new Outcome.Ignored(Reason.NOT_ABOUT_IT, List.of());
        }
        var complete = (isClear() ? draft : draft.unsure()).complete();
        return complete.isPresent()
                ? new Outcome.Recorded(List.of(complete.get()), List.of(), Turn.NEW)
                : new Outcome.NeedsInput(List.of(draft), Turn.NEW);
    }

    /** Whether nothing else in it could be the price or the merchant. */
    private boolean isClear() {
        for (var span : spans) {
            if (span instanceof Span.Amount amount && terms.isSpare(amount) && amount.isPriced()
                    || span instanceof Span.Cycle cycle && terms.isSpare(cycle)
                    || span instanceof Span.Name other && merchant.isRival(other, name)) {
                board.weighed("left over", board.written(span.from(), span.to()), 0, false);
                return false;
            }
        }
        return name == null || name.certain() || merchant.isAnnounced();
    }

    private @Nullable Sketch sketch(EventType type) {
        var named = name;
        if (named == null || named.ambiguous()) {
            return null;
        }
        return new Sketch(board, type).said(Field.NAME, named.name(), named.from(), named.to());
    }

    private boolean isKnown() {
        return name != null && name.known();
    }

    private @Nullable Draft cancelled() {
        var sketch = sketch(EventType.SUBSCRIPTION_CANCELLED);
        if (sketch == null) {
            return null;
        }
        if (timing.days.size() == 1) {
            day(
                    sketch,
                    Field.EFFECTIVE_ON,
                    timing.days.getFirst(),
                    timing.days.getFirst().role() != Role.NONE);
        }
        return sketch.draft();
    }

    private @Nullable Draft paused() {
        var sketch = sketch(EventType.SUBSCRIPTION_PAUSED);
        if (sketch != null && timing.days.size() == 1) {
            day(sketch, Field.RESUMES_ON, timing.days.getFirst(), true);
        }
        return sketch == null ? null : sketch.draft();
    }

    private @Nullable Draft priceChanged() {
        var sketch = sketch(EventType.SUBSCRIPTION_PRICE_CHANGED);
        if (sketch == null) {
            return null;
        }
        sketch.cost(terms);
        if (timing.days.size() == 1) {
            day(sketch, Field.EFFECTIVE_ON, timing.days.getFirst(), true);
        }
        return sketch.draft();
    }

    private void day(Sketch sketch, Field field, Dated dated, boolean ahead) {
        sketch.said(field, timing.day(dated, ahead), dated.span().from(), dated.span().to());
    }

    private @Nullable Draft setUp() {
        var next = timing.find(Role.RENEW);
        if (isKnown() && next != null) {
            return renewalSet(next);
        }
        var sketch = sketch(EventType.SUBSCRIPTION_CREATED);
        if (sketch == null) {
            return null;
        }
        sketch.cost(terms);
        cycle(sketch);
        if (next != null) {
            day(sketch, Field.NEXT_RENEWAL_ON, next, true);
        }
        var start = timing.find(Role.START);
        if (start != null) {
            day(sketch, Field.STARTED_ON, start, true);
        }
        return sketch.draft();
    }

    private @Nullable Draft renewalSet(Dated next) {
        var sketch = sketch(EventType.SUBSCRIPTION_RENEWAL_SET);
        if (sketch == null) {
            return null;
        }
        day(sketch, Field.NEXT_RENEWAL_ON, next, true);
        return sketch.draft();
    }

    private Span.@Nullable Lapse lapse() {
        return timing.lapses.isEmpty() ? null : timing.lapses.getFirst();
    }

    private @Nullable BillingCycle cycle() {
        return terms.cycle;
    }

    private void cycle(Sketch sketch) {
        var span = terms.cycleSpan;
        if (terms.cycle != null && span != null) {
            sketch.said(Field.BILLING_CYCLE, terms.cycle, span.from(), span.to());
            return;
        }
        var lapse = lapse();
        if (lapse != null) {
            sketch.said(
                    Field.BILLING_CYCLE,
                    new BillingCycle(lapse.length()),
                    lapse.from(),
                    lapse.to());
        }
    }

    private @Nullable Draft recharged() {
        if (isKnown()) {
            return paid();
        }
        var sketch = sketch(EventType.SUBSCRIPTION_CREATED);
        if (sketch == null) {
            return null;
        }
        sketch.cost(terms);
        cycle(sketch);
        var day = undirected();
        if (day != null) {
            day(sketch, Field.STARTED_ON, day, false);
        }
        return sketch.draft();
    }

    private @Nullable Dated undirected() {
        for (var day : timing.days) {
            if (day.role() == Role.NONE || day.role() == Role.START) {
                return day;
            }
        }
        return null;
    }

    private @Nullable Draft upcoming() {
        var next = timing.find(Role.RENEW);
        if (next == null) {
            next = timing.days.isEmpty() ? null : timing.days.getFirst();
        }
        if (isKnown() && next != null) {
            return renewalSet(next);
        }
        var sketch = sketch(EventType.SUBSCRIPTION_CREATED);
        if (sketch == null) {
            return null;
        }
        sketch.cost(terms);
        cycle(sketch);
        if (next != null) {
            day(sketch, Field.NEXT_RENEWAL_ON, next, true);
        }
        return sketch.draft();
    }

    private @Nullable Draft receipt() {
        if (isKnown() || cycle() == null && lapse() == null) {
            return paid();
        }
        var sketch = sketch(EventType.SUBSCRIPTION_CREATED);
        if (sketch == null) {
            return null;
        }
        sketch.cost(terms);
        cycle(sketch);
        var next = timing.find(Role.RENEW);
        if (next != null) {
            day(sketch, Field.NEXT_RENEWAL_ON, next, true);
        }
        var day = undirected();
        if (day != null) {
            day(sketch, Field.STARTED_ON, day, false);
        }
        return sketch.draft();
    }

    private @Nullable Draft paid() {
        var sketch = sketch(EventType.PAYMENT_RECORDED);
        if (sketch == null) {
            return null;
        }
        sketch.cost(terms);
        var day = undirected();
        if (day != null) {
            day(sketch, Field.PAID_ON, day, false);
        }
        return sketch.draft();
    }
}

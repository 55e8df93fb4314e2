package dev.sayso.language.internal.event;

import dev.sayso.event.BillingCycle;
import dev.sayso.event.EventType;
import dev.sayso.event.Field;
import dev.sayso.event.ReminderSet;
import dev.sayso.language.internal.date.Resolver;
import dev.sayso.language.internal.event.Acts.Act;
import dev.sayso.language.internal.event.Timing.Dated;
import dev.sayso.language.internal.event.Timing.Role;
import dev.sayso.language.internal.name.NameChooser;
import dev.sayso.language.internal.name.Named;
import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/** Decides of one group, with everything that was read of it, which event it is. */
final class Decision {
    private static final int FAR = 14;

    private final Board board;
    private final List<Span> spans;
    private final Corrections.Settled settled;
    private final Acts acts;
    private final Terms terms;
    private final Timing timing;
    private final @Nullable Named name;
    private final Span.@Nullable Cycle shared;

    Decision(
            Board board,
            List<Span> spans,
            Corrections.Settled settled,
            Acts acts,
            Span.@Nullable Cycle shared) {
        this.settled = settled;
        this.board = board;
        this.spans = spans;
        this.acts = acts;
        this.shared = shared;
        this.terms = Terms.of(board, spans);
        this.timing = Timing.of(board, spans);
        this.name = new NameChooser(board, spans).choose(anchor());
    }

    private @Nullable Span anchor() {
        if (terms.amount != null) {
            return terms.amount;
        }
        for (var act : Act.values()) {
            if (acts.has(act)) {
                return acts.at(act);
            }
        }
        return terms.cycleSpan;
    }

    @Nullable Named name() {
        return name;
    }

    Verdict verdict() {
        if (isUnreal()) {
            return Verdict.NOT_A_FACT;
        }
        if (isAlien()) {
            return Verdict.NOTHING;
        }
        if (acts.has(Act.REMIND) || has(Tag.BEFORE) && acts.isEmpty()) {
            return remind();
        }
        if (acts.has(Act.CANCEL) && !isPriceMove()) {
            return cancel();
        }
        if (acts.has(Act.PAUSE) && !isResume()) {
            return pause();
        }
        if (acts.has(Act.RESUME) || isKnown() && isAgain()) {
            return named(EventType.SUBSCRIPTION_RESUMED);
        }
        if (isEnd()) {
            return cancel();
        }
        if (isPriceChange()) {
            return priceChange();
        }
        if (isCycleChange()) {
            return cycleChange();
        }
        if (isPayment()) {
            return payment();
        }
        if (isRenewal()) {
            return renewal();
        }
        return created();
    }

    /** Nobody knows the name, and its words are of something that nobody subscribes to. */
    private boolean isAlien() {
        if (name == null || name.certain()) {
            return false;
        }
        boolean priced = terms.amount != null && terms.amount.isPriced() && terms.cycleSpan != null;
        boolean alien = false;
        for (int i = name.from(); i < name.to(); i++) {
            if (board.is(i, Tag.THING)) {
                return false;
            }
            var entry = board.find(i, Tag.ALIEN);
            alien |= entry != null && (!priced || entry.value().equals("INCOME"));
        }
        return alien;
    }

    private boolean has(Tag tag) {
        return find(tag) != null;
    }

    private Span.@Nullable Words find(Tag tag) {
        for (var span : spans) {
            if (span instanceof Span.Words words && words.is(tag)) {
                return words;
            }
        }
        return null;
    }

    private boolean isKnown() {
        return name != null && name.known();
    }

    /** Said not to have happened, or only thought of. */
    private boolean isUnreal() {

        var not = find(Tag.NOT);
        return not != null
                && isOfAct(not)
                && !(terms.amount != null && terms.cycle != null && not.from() > terms.amount.to());
    }

    /** "no longer using Netflix, cancel it": the denial ends where another clause begins. */
    private boolean isOfAct(Span.Words not) {
        boolean any = false;
        boolean denied = false;
        for (var span : spans) {
            if (span instanceof Span.Words words && words.is(Tag.VERB) && words != not) {
                any = true;
                boolean parted = words.from() >= not.to() && isParted(not.to(), words.from());
                if (parted && isOrder(words)) {
                    return false;
                }
                denied |= !parted;
            }
        }
        if (denied) {
            return true;
        }
        return !any && (has(Tag.NOUN) || timing.renews);
    }

    private boolean isOrder(Span.Words words) {
        return words == acts.at(Act.CANCEL)
                || words == acts.at(Act.PAUSE)
                || words == acts.at(Act.RESUME);
    }

    private boolean isParted(int from, int to) {
        for (int i = from; i < to; i++) {
            if (board.isSign(i, ',') || board.isSign(i, ';') || board.isSign(i, '.')) {
                return true;
            }
        }
        return false;
    }

    private boolean isPriceMove() {
        return acts.has(Act.PRICE) && terms.amount != null;
    }

    private boolean isResume() {
        var pause = acts.at(Act.PAUSE);
        var resume = acts.at(Act.RESUME);
        return resume != null && pause != null && resume.from() < pause.from();
    }

    private Sketch sketch(EventType type) {
        var sketch = new Sketch(board, type);
        if (name != null && !name.ambiguous()) {
            sketch.said(Field.NAME, name.name(), name.from(), name.to());
        }
        return sketch;
    }

    private boolean isSubject() {
        return name != null || has(Tag.NOUN);
    }

    private Verdict named(EventType type) {
        if (!isSubject() || name != null && !name.certain() && !isShort()) {
            return Verdict.NOTHING;
        }
        if (name != null && !name.certain() && !isAnyThing() && isWeak(type)) {
            return Verdict.NOTHING;
        }
        return Verdict.event(sketch(type).draft());
    }

    private boolean isWeak(EventType type) {
        return switch (type) {
            case SUBSCRIPTION_CANCELLED -> acts.isWeak(Act.CANCEL);
            case SUBSCRIPTION_PAUSED, SUBSCRIPTION_RESUMED -> !has(Tag.NOUN);
            default -> false;
        };
    }

    private boolean hasOther() {
        for (var span : spans) {
            if (span instanceof Span.Other) {
                return true;
            }
        }
        return false;
    }

    /** An order of a few words: then what remains is the name, whoever it is. */
    private boolean isShort() {
        int others = 0;
        for (var span : spans) {
            others += span instanceof Span.Other ? 1 : 0;
        }
        return others <= 4;
    }

    private Verdict cancel() {
        var verdict = named(EventType.SUBSCRIPTION_CANCELLED);
        if (verdict.draft() == null) {
            return verdict;
        }
        var sketch = sketch(EventType.SUBSCRIPTION_CANCELLED);
        boolean done = acts.isDone(Act.CANCEL);
        for (var day : timing.days) {
            if (day.role() != Role.RENEW && day.role() != Role.RESUME) {
                boolean ahead = !done || day.role() != Role.NONE || isStanding();
                sketch.said(Field.EFFECTIVE_ON, timing.day(day, ahead), day.from(), day.to());
            }
        }
        return Verdict.event(sketch.draft());
    }

    /** "is cancelled from 31 March": told of what is to come. */
    private boolean isStanding() {
        var verb = acts.at(Act.CANCEL);
        return verb != null
                && (board.isWord(verb.from(), "is") || board.isWord(verb.from(), "stands"));
    }

    private Verdict pause() {
        var verdict = named(EventType.SUBSCRIPTION_PAUSED);
        if (verdict.draft() == null) {
            return verdict;
        }
        var sketch = sketch(EventType.SUBSCRIPTION_PAUSED);
        for (var day : timing.days) {
            if (day.role() == Role.END || day.role() == Role.RESUME) {
                sketch.said(Field.RESUMES_ON, timing.day(day, true), day.from(), day.to());
            }
        }
        if (!sketch.has(Field.RESUMES_ON) && timing.lapses.size() == 1) {
            var lapse = timing.lapses.getFirst();
            sketch.said(Field.RESUMES_ON, today().plus(lapse.length()), lapse.from(), lapse.to());
        }
        if (!sketch.has(Field.RESUMES_ON) && terms.cycle != null && terms.cycleSpan != null) {
            // "2 hafte ke liye": a span of time, not a rhythm
            sketch.said(
                    Field.RESUMES_ON,
                    today().plus(terms.cycle.period()),
                    terms.cycleSpan.from(),
                    terms.cycleSpan.to());
        }
        return Verdict.event(sketch.draft());
    }

    private LocalDate today() {
        return board.message.now().toLocalDate();
    }

    private boolean isPriceChange() {
        if (acts.has(Act.PRICE) && (!acts.isWeak(Act.PRICE) || isKnown())) {
            return terms.amount != null
                    || !hasDays() && terms.cycle == null
                    || acts.has(Act.PRICE) && terms.cycle == null && timing.days.isEmpty();
        }
        if (terms.amount == null) {
            return false;
        }
        if (terms.rises) {
            return terms.cycle == null || isKnown();
        }
        if (isOldPrice()) {
            return true;
        }
        boolean now = hasWord("now") && !acts.has(Act.PAID);
        if (now && (isKnown() || terms.cycle == null && name != null)) {
            return true;
        }
        boolean sure =
                isKnown()
                        || name != null && name.certain()
                        || terms.amount.isPriced()
                        || isAnyThing();
        return acts.has(Act.CYCLE) && terms.cycle == null && timing.lapses.isEmpty() && sure
                || hasWord("new")
                        && isKnown()
                        && terms.cycle == null
                        && !acts.has(Act.PAID)
                        && !acts.has(Act.CREATE);
    }

    private boolean hasDays() {
        return !timing.days.isEmpty();
    }

    /** "was $17", "up from £26" beside the price of now. */
    private boolean isOldPrice() {
        return settled.oldAmount() && terms.amount != null && (hasWord("now") || isKnown());
    }

    private boolean hasWord(String word) {
        for (var span : spans) {
            if (span instanceof Span.Words words) {
                for (int i = words.from(); i < words.to(); i++) {
                    if (board.isWord(i, word)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean hasToken(String key) {
        for (var span : spans) {
            for (int i = span.from(); i < span.to(); i++) {
                if (board.isWord(i, key)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Verdict priceChange() {
        if (!isSubject()) {
            return Verdict.NOTHING;
        }
        var sketch = sketch(EventType.SUBSCRIPTION_PRICE_CHANGED).cost(terms);
        if (timing.days.size() == 1) {
            var day = timing.days.getFirst();
            boolean ahead = day.role() == Role.START || day.role() == Role.EFFECTIVE || isFuture();
            sketch.said(Field.EFFECTIVE_ON, timing.day(day, ahead), day.from(), day.to());
        } else {
            sketch.sure &= timing.days.isEmpty();
        }
        sketch.sure &= name == null || name.certain();
        return Verdict.event(sketch.draft());
    }

    private boolean isFuture() {
        return hasWord("will")
                || hasWord("going")
                || hasWord("rises")
                || hasWord("changes")
                || hasWord("increases")
                || hasWord("goes");
    }

    private boolean isCycleChange() {
        if (acts.has(Act.CYCLE_SET)) {
            return true;
        }
        boolean cycles = terms.cycleSpan != null;
        if ((acts.has(Act.CYCLE) && !isMove() || settled.oldCycle()) && cycles) {
            return true;
        }
        if (acts.has(Act.CYCLE) && hasWord("cycle")) {
            return true;
        }
        return cycles && terms.amount == null && isKnown() && hasWord("now");
    }

    /** "switched to Peacock": to another service, not to another cycle. */
    private boolean isMove() {
        var verb = acts.at(Act.CYCLE);
        return verb != null
                && name != null
                && !name.known()
                && terms.amount != null
                && board.isWord(verb.to() - 1, "to")
                && name.from() == verb.to();
    }

    private Verdict cycleChange() {
        if (!isSubject()) {
            return Verdict.NOTHING;
        }
        var sketch = sketch(EventType.SUBSCRIPTION_CYCLE_CHANGED).cost(terms);
        if (terms.cycle != null && terms.cycleSpan != null) {
            sketch.said(
                    Field.BILLING_CYCLE, terms.cycle, terms.cycleSpan.from(), terms.cycleSpan.to());
        }
        for (var day : timing.days) {
            sketch.said(
                    Field.EFFECTIVE_ON,
                    timing.day(day, day.role() != Role.NONE),
                    day.from(),
                    day.to());
        }
        return Verdict.event(sketch.draft());
    }

    private boolean isPayment() {
        if (hasToken("payment")
                && hasToken("done")
                && terms.amount != null
                && terms.cycleSpan == null) {
            return true;
        }
        return acts.has(Act.PAID)
                && (terms.cycleSpan == null
                        || acts.at(Act.PAID) != acts.at(Act.PAY)
                                && acts.at(Act.PAID) != acts.at(Act.CREATE))
                && !isJoining();
    }

    /** "took SonyLIV", "got billed": the same word may be said of the service or of the person. */
    private boolean isJoining() {
        var paid = acts.at(Act.PAID);
        var create = acts.at(Act.CREATE);
        return paid != null
                && paid == create
                && name != null
                && name.from() >= paid.to()
                && (terms.amount == null || terms.amount.from() > name.from());
    }

    private Verdict payment() {
        var cycle = cycle();
        if (cycle == null && name != null && !isKnown()) {
            var lapse = lapseAsCycle();
            if (lapse != null) {
                cycle = lapse;
            }
        }
        if (cycle != null && !isKnown()) {
            return paidForSubscription(cycle);
        }
        var sketch = sketch(EventType.PAYMENT_RECORDED).cost(terms);
        paidOn(sketch, Field.PAID_ON);
        if (isKnown()
                || name != null && name.ambiguous()
                || name != null && name.isOnlySubscription()
                || has(Tag.NOUN)) {
            return Verdict.event(sketch.draft());
        }
        return name == null && terms.amount == null
                ? Verdict.NOTHING
                : Verdict.oneOff(sketch.draft());
    }

    private void paidOn(Sketch sketch, Field field) {
        for (var day : timing.days) {
            if (day.role() != Role.RENEW) {
                sketch.said(field, timing.day(day, false), day.from(), day.to());
            }
        }
    }

    /** Contract rule 3: paid, with a cycle, and not yet there. */
    private Verdict paidForSubscription(Cycled cycle) {
        var sketch = sketch(EventType.SUBSCRIPTION_CREATED).cost(terms);
        cycle.into(sketch);
        paidOn(sketch, Field.STARTED_ON);
        sketch.sure &= name == null || name.certain();
        return Verdict.event(sketch.draft());
    }

    /** "start the gym again", "turn Spotify back on" */
    private boolean isAgain() {
        if (terms.amount != null || terms.cycleSpan != null) {
            return false;
        }
        boolean starts =
                hasToken("start")
                        || hasToken("started")
                        || hasToken("turn")
                        || hasToken("turned")
                        || hasToken("switch")
                        || hasToken("switched");
        return starts && (hasToken("again") || hasToken("back"));
    }

    /** "Netflix ends on 10 May": the end of what is there, and nothing else. */
    private boolean isEnd() {
        return name != null
                && name.certain()
                && acts.isEmpty()
                && terms.amount == null
                && terms.cycleSpan == null
                && !has(Tag.TRIAL)
                && timing.days.size() == 1
                && timing.find(Role.END) != null;
    }

    private boolean isRenewal() {
        if (terms.amount != null || cycle() != null) {
            return false;
        }
        return has(Tag.RENEWAL) || timing.find(Role.RENEW) != null || timing.renews && isKnown();
    }

    private Verdict renewal() {
        var day = timing.find(Role.RENEW);
        if (day == null && timing.days.size() == 1) {
            day = timing.days.getFirst();
        }
        boolean known = isKnown() || name != null && name.ambiguous() || has(Tag.RENEWAL);
        if (!isSubject() && !has(Tag.RENEWAL)) {
            return Verdict.NOTHING;
        }
        var sketch =
                sketch(known ? EventType.SUBSCRIPTION_RENEWAL_SET : EventType.SUBSCRIPTION_CREATED);
        if (day != null) {
            sketch.said(Field.NEXT_RENEWAL_ON, timing.day(day, true), day.from(), day.to());
        }
        return Verdict.event(sketch.draft());
    }

    private Verdict remind() {
        boolean named = name != null && (name.certain() || isReminded());
        var sketch =
                named ? sketch(EventType.REMINDER_SET) : new Sketch(board, EventType.REMINDER_SET);
        if (name != null && !name.certain() && !isShort()) {
            return Verdict.NOTHING;
        }
        boolean before = has(Tag.BEFORE);
        var beside = find(Tag.BEFORE);
        if (beside != null) {
            var value = beside.value(Tag.BEFORE);
            if (value.equals("DAY0")) {
                sketch.said(Field.DAYS_BEFORE, 0, beside.from(), beside.to());
            } else if (value.equals("DAY1")) {
                sketch.said(Field.DAYS_BEFORE, 1, beside.from(), beside.to());
            }
        }
        for (var lapse : timing.lapses) {
            long days = lapse.length().getDays() + lapse.length().toTotalMonths() * 30;
            if (before && days <= ReminderSet.MAX_DAYS_BEFORE) {
                sketch.said(Field.DAYS_BEFORE, (int) days, lapse.from(), lapse.to());
            }
        }
        for (var day : timing.days) {
            // "3 din pehle": so many days before, read as a day that is past
            if (day.span() instanceof Span.Day span
                    && span.form() == Span.Day.Form.FROM_TODAY
                    && span.a() < 0
                    && span.a() >= -ReminderSet.MAX_DAYS_BEFORE
                    && span.b() == 0) {
                sketch.said(Field.DAYS_BEFORE, -span.a(), span.from(), span.to());
                before = true;
            }
        }
        boolean subject =
                before
                        || has(Tag.NOUN)
                        || timing.renews
                        || hasWord("reminder") && !hasOther()
                        || name != null && name.certain();
        return subject ? Verdict.event(sketch.draft()) : Verdict.NOTHING;
    }

    /** "remind me about the piano", "before the milk": the name is what the word points at. */
    private boolean isReminded() {
        int at = name == null ? -1 : name.from() - 1;
        while (at >= 0
                && (board.is(at, Tag.ARTICLE)
                        || board.isWord(at, "the")
                        || board.isWord(at, "my"))) {
            at--;
        }
        int next = name == null ? board.size() : name.to();
        return board.is(next, Tag.NOUN)
                || board.is(next, Tag.ROLE)
                || at >= 0
                        && (board.is(at, Tag.BEFORE)
                                || board.isWord(at, "about")
                                || board.isWord(at, "for")
                                || board.isWord(at, "of"));
    }

    private record Cycled(BillingCycle cycle, Span span, boolean implied) {
        void into(Sketch sketch) {
            sketch.said(Field.BILLING_CYCLE, cycle, span.from(), span.to());
        }
    }

    private @Nullable Cycled cycle() {
        if (terms.cycle != null && terms.cycleSpan != null) {
            return new Cycled(terms.cycle, terms.cycleSpan, false);
        }
        if (terms.cycleSpan != null) {
            return null;
        }
        return shared == null || shared.cycle() == null
                ? null
                : new Cycled(shared.cycle(), shared, false);
    }

    /** "for a year", "84 days validity": a span of time that was bought. */
    private @Nullable Cycled lapseAsCycle() {
        if (timing.lapses.size() != 1 || terms.cycleSpan != null || has(Tag.TRIAL)) {
            return null;
        }
        var lapse = timing.lapses.getFirst();
        return new Cycled(new BillingCycle(lapse.length()), lapse, false);
    }

    private Verdict created() {
        var cycle = cycle();
        boolean trial = has(Tag.TRIAL);
        if (cycle == null
                && terms.amount != null
                && !trial
                && (acts.has(Act.CREATE)
                        || has(Tag.NOUN)
                        || isValidity()
                        || isRecharge()
                        || isBought())) {
            cycle = lapseAsCycle();
        }
        var sketch = sketch(EventType.SUBSCRIPTION_CREATED).cost(terms);
        if (cycle != null) {
            cycle.into(sketch);
        }
        dates(sketch, trial);
        if (terms.cycleSpan != null
                && terms.cycleSpan.first() > 0
                && !sketch.has(Field.NEXT_RENEWAL_ON)) {
            sketch.said(
                    Field.NEXT_RENEWAL_ON,
                    Resolver.firstOfWeek(terms.cycleSpan.first(), today()),
                    terms.cycleSpan.from(),
                    terms.cycleSpan.to());
        }
        var amount = terms.amount;
        if (name != null && !name.ambiguous() && amount != null && cycle != null) {
            // a name that merely remained of a long tale is asked about
            sketch.sure &= name.certain() || isShort();
            boolean range = terms.rises && !amount.isPriced();
            return range || isCount() ? Verdict.NOTHING : Verdict.event(sketch.draft());
        }
        return incomplete(sketch, cycle);
    }

    /** "Vi 299 28 days", "Jio 899 for 90 days" */
    private boolean isRecharge() {
        var service = name == null ? null : name.service();
        return service != null
                && timing.lapses.size() == 1
                && terms.amount != null
                && (service.category() == dev.sayso.catalogue.Category.TELECOM
                        || timing.lapses.getFirst().from() == terms.amount.to());
    }

    /** "6 months of Audible for 999" */
    private boolean isBought() {
        return timing.lapses.size() == 1 && board.isWord(timing.lapses.getFirst().to(), "of");
    }

    private boolean isValidity() {
        for (var span : spans) {
            if (span instanceof Span.Words words
                    && words.is(Tag.ROLE)
                    && words.value(Tag.ROLE).equals("VALID")) {
                return true;
            }
        }
        return false;
    }

    private void dates(Sketch sketch, boolean trial) {
        boolean began = acts.isDone(Act.CREATE) || acts.has(Act.CREATE) && acts.has(Act.PAID);
        for (var day : timing.days) {
            if (day.role() == Role.NONE && isFar(day)) {
                continue;
            }
            if (trial
                    && (day.trial() && day.role() == Role.END
                            || day.role() == Role.END && beforeThen(day)
                            || day.role() == Role.NONE && beforeThen(day) && isAhead(day))) {
                sketch.said(Field.TRIAL_ENDS_ON, timing.day(day, true), day.from(), day.to());
            } else {
                switch (day.role()) {
                    case START -> sketch.said(Field.STARTED_ON, start(day), day.from(), day.to());
                    case END ->
                            sketch.said(Field.ENDS_ON, timing.day(day, true), day.from(), day.to());
                    case RENEW ->
                            sketch.said(
                                    Field.NEXT_RENEWAL_ON,
                                    timing.day(day, true),
                                    day.from(),
                                    day.to());
                    case EFFECTIVE ->
                            sketch.said(Field.STARTED_ON, start(day), day.from(), day.to());
                    case RESUME -> sketch.sure = false;
                    case NONE -> undirected(sketch, day, began);
                }
            }
        }
        if (trial || terms.intro != null) {
            trialLength(sketch);
        }
    }

    /** A day that stands at the other end of a long tale is not the subscription's. */
    private boolean isFar(Dated day) {
        int nearest = Integer.MAX_VALUE;
        for (var span : spans) {
            if (span instanceof Span.Amount
                    || span instanceof Span.Cycle
                    || span instanceof Span.Name) {
                nearest =
                        Math.min(
                                nearest,
                                span.from() >= day.to()
                                        ? span.from() - day.to()
                                        : day.from() - span.to());
            }
        }
        return nearest > FAR && nearest != Integer.MAX_VALUE;
    }

    private void undirected(Sketch sketch, Dated day, boolean began) {
        var span = (Span.Day) day.span();
        boolean today = span.form() == Span.Day.Form.FROM_TODAY;
        if (began || today && span.a() <= 0 && span.b() <= 0) {
            boolean ahead = today && span.a() > 0;
            sketch.said(Field.STARTED_ON, timing.day(day, ahead), day.from(), day.to());
        } else {
            sketch.said(Field.NEXT_RENEWAL_ON, timing.day(day, true), day.from(), day.to());
        }
    }

    private boolean isAhead(Dated day) {
        return timing.day(day, true).isAfter(today());
    }

    private boolean beforeThen(Dated day) {
        var then = find(Tag.THEN);
        var trial = find(Tag.TRIAL);
        return trial != null
                && (then == null || day.from() < then.from() || then.from() < trial.from());
    }

    /** "since" looks back; "from" and "starting" look ahead, unless the verb says it began. */
    private LocalDate start(Dated day) {
        boolean back =
                acts.isDone(Act.CREATE)
                        && (board.isWord(day.from(), "on")
                                || ((Span.Day) day.span()).form() == Span.Day.Form.BESIDE_TODAY);
        for (int i = day.from(); i < day.span().from(); i++) {
            back |=
                    board.isWord(i, "since")
                            || board.isWord(i, "started")
                            || board.isWord(i, "began")
                            || board.isWord(i, "begun");
        }
        return timing.day(day, !back);
    }

    private void trialLength(Sketch sketch) {
        if (sketch.has(Field.TRIAL_ENDS_ON)) {
            return;
        }
        var lapse =
                terms.intro != null
                        ? terms.intro
                        : timing.lapses.isEmpty() ? null : timing.lapses.getFirst();
        if (lapse == null) {
            return;
        }
        var start = timing.find(Role.START);
        var from = start == null ? today() : start(start);
        sketch.said(Field.TRIAL_ENDS_ON, from.plus(lapse.length()), lapse.from(), lapse.to());
    }

    /** Asks where it is clearly about a subscription, and lets go where it is not. */
    private Verdict incomplete(Sketch sketch, @Nullable Cycled cycle) {
        boolean amount = terms.amount != null;
        boolean noun = has(Tag.NOUN);
        if (name == null || name.ambiguous()) {
            boolean about = noun || amount && cycle != null || name != null;
            boolean begun = noun && (acts.has(Act.CREATE) || hasWord("new") || hasWord("another"));
            return about && (amount || cycle != null) || begun
                    ? Verdict.event(sketch.draft())
                    : Verdict.NOTHING;
        }
        if (isKnown()
                && amount
                && cycle == null
                && terms.cycleSpan == null
                && !noun
                && timing.days.isEmpty()
                && !acts.has(Act.CREATE)) {
            return Verdict.event(open());
        }
        if (amount && isCount() || !amount && terms.timed) {
            return Verdict.NOTHING;
        }
        boolean joined = acts.has(Act.CREATE);
        boolean thing = isThing();
        if (amount) {
            boolean about =
                    noun
                            || name.isOnlySubscription()
                            || thing
                            || isKnown()
                            || terms.cycleSpan != null
                            || acts.has(Act.CREATE) && isJoin()
                            || timing.find(Role.RENEW) != null
                            || has(Tag.TRIAL);
            return about ? Verdict.event(sketch.draft()) : Verdict.oneOff(sketch.draft());
        }
        if (cycle != null) {
            boolean about = noun || name.certain() || thing || isJoin();
            return about && isShort() ? Verdict.event(sketch.draft()) : Verdict.NOTHING;
        }
        boolean about =
                noun && (joined || acts.has(Act.PAY) || name.certain())
                        || joined && (name.certain() || isJoin() || isAdd())
                        || has(Tag.TRIAL) && name.certain() && !timing.days.isEmpty();
        return about && isShort() ? Verdict.event(sketch.draft()) : Verdict.NOTHING;
    }

    private boolean isNamed(Span span) {
        return name != null && name.from() <= span.from() && span.from() < name.to();
    }

    /** "Netflix has 3 new shows": a small number of what follows, not a price. */
    private boolean isCount() {
        var amount = terms.amount;
        if (amount == null
                || amount.isPriced()
                || amount.value().compareTo(java.math.BigDecimal.valueOf(31)) > 0) {
            return false;
        }
        for (var span : spans) {
            if (span.from() == amount.to()) {
                return span instanceof Span.Other && !isNamed(span)
                        || span instanceof Span.Words words && words.is(Tag.ALIEN)
                        || board.isWord(span.from(), "new")
                        || board.isWord(span.from(), "more");
            }
        }
        return false;
    }

    private boolean isAdd() {
        var create = acts.at(Act.CREATE);
        return create != null && !acts.isDone(Act.CREATE) && board.isWord(create.from(), "add");
    }

    /** Words that are said of memberships alone: joined, subscribed, signed up. */
    private boolean isJoin() {
        var create = acts.at(Act.CREATE);
        if (create == null) {
            return false;
        }
        for (int i = create.from(); i < create.to(); i++) {
            if (board.isWord(i, "joined")
                    || board.isWord(i, "join")
                    || board.isWord(i, "subscribe")
                    || board.isWord(i, "subscribed")
                    || board.isWord(i, "signed")
                    || board.isWord(i, "sign")
                    || board.isWord(i, "enrolled")
                    || board.isWord(i, "subscribing")) {
                return true;
            }
        }
        return false;
    }

    private boolean isThing() {
        if (name == null) {
            return false;
        }
        for (int i = name.from(); i < name.to(); i++) {
            if (isRegular(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAnyThing() {
        for (int i = name == null ? 0 : name.from(); name != null && i < name.to(); i++) {
            if (board.is(i, Tag.THING)) {
                return true;
            }
        }
        return false;
    }

    /** The word files' things are paid for regularly; the catalogue's may be. */
    private boolean isRegular(int at) {
        for (var entry : board.meanings(at)) {
            if (entry.tag() == Tag.THING && entry.value().equals("")) {
                return true;
            }
        }
        return false;
    }

    /** Contract rule 2: a known name and a price, and no word that tells which. */
    private dev.sayso.language.Draft open() {
        var sketch = new Sketch(board, null);
        if (name != null) {
            sketch.said(Field.NAME, name.name(), name.from(), name.to());
        }
        return sketch.cost(terms).draft();
    }
}

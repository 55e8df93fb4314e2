package dev.sayso.insight;

import dev.sayso.account.Account;
import dev.sayso.language.Question;
import dev.sayso.language.Question.Measure;
import dev.sayso.platform.web.Words;
import dev.sayso.subscription.Payment;
import dev.sayso.subscription.Payments;
import dev.sayso.subscription.Subscriptions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;

/** Answers what the list and the payments know, as of today. Reads only. */
@Component
public final class Insight {
    private final Subscriptions subscriptions;
    private final Payments payments;
    private final Clock clock;

    Insight(Subscriptions subscriptions, Payments payments, Clock clock) {
        this.subscriptions = subscriptions;
        this.payments = payments;
        this.clock = clock;
    }

    public Answer answer(Account account, Question question) {
        var today = account.today(clock);
        var window = Window.of(question, today);
        return new Answering(
                        question,
                        window,
                        subscriptions.all(account.id()),
                        paid(account, question.measure(), window),
                        new Telling(new Words(account.locale(), today), account.currency()))
                .answer();
    }

    private List<Payment> paid(Account account, Measure measure, @Nullable Window window) {
        if (window != null) {
            return payments.between(account.id(), window.from(), window.to());
        }
        return measure == Measure.PAYMENTS ? payments.latest(account.id()) : List.of();
    }
}

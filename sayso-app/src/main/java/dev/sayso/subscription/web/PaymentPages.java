package dev.sayso.subscription.web;

import dev.sayso.account.Account;
import dev.sayso.event.Field;
import dev.sayso.event.Money;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.platform.web.Assets;
import dev.sayso.platform.web.BadRequest;
import dev.sayso.platform.web.Htmx;
import dev.sayso.platform.web.Page;
import dev.sayso.platform.web.Wording;
import dev.sayso.platform.web.Words;
import dev.sayso.subscription.Payment;
import dev.sayso.subscription.Payments;
import dev.sayso.subscription.Sayings;
import dev.sayso.subscription.Subscriptions;
import dev.sayso.subscription.web.PaymentsView.Missing;
import dev.sayso.subscription.web.PaymentsView.Month;
import dev.sayso.subscription.web.PaymentsView.Row;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of what was paid, and the button that says that something was. */
@Controller
class PaymentPages {
    private static final int SHOWN = 100;

    private final Payments payments;
    private final Subscriptions subscriptions;
    private final Sayings sayings;
    private final Wording wording;
    private final Assets assets;

    PaymentPages(
            Payments payments,
            Subscriptions subscriptions,
            Sayings sayings,
            Wording wording,
            Assets assets) {
        this.payments = payments;
        this.subscriptions = subscriptions;
        this.sayings = sayings;
        this.wording = wording;
        this.assets = assets;
    }

    @GetMapping("/payments")
    ModelAndView show(
            Account account,
            @RequestParam(defaultValue = "9999") String before,
            @RequestParam(defaultValue = "") String id,
            HttpServletRequest request) {
        var words = wording.of(request);
        var rows = payments.before(account.id(), before, id, SHOWN + 1);
        var shown = rows.size() > SHOWN ? rows.subList(0, SHOWN) : rows;
        var said = sayings.of(account.id(), shown.stream().map(Payment::cause).toList());
        Map<String, List<Row>> months = new LinkedHashMap<>();
        for (var payment : shown) {
            var cause = said.get(payment.cause());
            months.computeIfAbsent(heading(payment.paidOn(), words), _ -> new ArrayList<>())
                    .add(
                            new Row(
                                    payment.subscriptionId().value(),
                                    payment.id().value(),
                                    words.dayOfYear(payment.paidOn()),
                                    payment.name(),
                                    cause == null ? null : cause.text(),
                                    money(payment.cost(), words)));
        }
        var last = shown.isEmpty() ? null : shown.getLast();
        return Page.view(
                "subscription/payments",
                new PaymentsView(
                        new Page(words, assets, words.say("payments.title")),
                        missing(account, words),
                        months.entrySet().stream()
                                .map(month -> new Month(month.getKey(), month.getValue()))
                                .toList(),
                        rows.size() > SHOWN && last != null
                                ? "/payments?before=" + last.paidOn() + "&id=" + last.id().value()
                                : null));
    }

    /** Notes that a period was paid, and goes back to where the button was. */
    @PostMapping("/subscriptions/{id}/payments")
    ModelAndView pay(
            Account account,
            @PathVariable String id,
            @RequestParam(name = "period_on", defaultValue = "") String period,
            @RequestParam(defaultValue = "/") String from,
            HttpServletRequest request) {
        var it = subscriptions.get(account.id(), new SubscriptionId(id));
        payments.pay(account, it.id(), parsed(period), null, null);
        var view =
                new RedirectView(
                        from.equals("payments")
                                ? "/payments"
                                : Htmx.asks(request) ? "/subscriptions" : "/");
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }

    private static LocalDate parsed(String day) {
        try {
            return (LocalDate) Field.PAID_ON.parse(day);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    private List<Missing> missing(Account account, Words words) {
        return payments.missing(account).stream()
                .map(
                        it ->
                                new Missing(
                                        it.subscription().id().value(),
                                        it.subscription().name(),
                                        words.day(it.period().dueOn()),
                                        it.period().dueOn().toString(),
                                        money(it.period().expected(), words)))
                .toList();
    }

    private static String heading(LocalDate day, Words words) {
        return day.getYear() == words.today().getYear()
                ? words.month(day.getMonth())
                : words.monthAndYear(day);
    }

    private static String money(Money money, Words words) {
        return words.money(money.amount(), money.currency());
    }
}

package dev.sayso.subscription.web;

import dev.sayso.event.BillingCycle;
import dev.sayso.event.Field;
import dev.sayso.event.Share;
import dev.sayso.event.Tags;
import dev.sayso.subscription.Change;
import dev.sayso.subscription.Subscription;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** Reads the small form: what of it differs from what is there. */
final class EditForm {
    private final Map<String, String> form;

    private EditForm(Map<String, String> form) {
        this.form = form;
    }

    /**
     * The changes that were made in the form.
     *
     * @throws IllegalArgumentException when a value cannot be read
     */
    static List<Change> read(Map<String, String> form, Subscription it, LocalDate today) {
        return new EditForm(form).changes(it, today);
    }

    private List<Change> changes(Subscription it, LocalDate today) {
        var changes = new ArrayList<Change>();
        if (has(Field.NAME)) {
            changes.add(new Change.Name(value(Field.NAME, String.class)));
        }
        price(it, today, changes);
        var renewal = text(Field.NEXT_RENEWAL_ON);
        var next = it.nextRenewal(today).map(LocalDate::toString).orElse("");
        if (!renewal.isEmpty() && !renewal.equals(next)) {
            changes.add(new Change.Renewal(value(Field.NEXT_RENEWAL_ON, LocalDate.class)));
        }
        if (form.containsKey(Field.TRIAL_ENDS_ON.wire())) {
            changes.add(new Change.Trial(optional(Field.TRIAL_ENDS_ON, LocalDate.class)));
        }
        if (form.containsKey(Field.ENDS_ON.wire())) {
            changes.add(new Change.End(optional(Field.ENDS_ON, LocalDate.class)));
        }
        if (form.containsKey(Field.NOTE.wire())) {
            changes.add(new Change.Note(optional(Field.NOTE, String.class)));
        }
        if (form.containsKey(Field.TAGS.wire())) {
            changes.add(new Change.Labels(Tags.parse(text(Field.TAGS))));
        }
        if (form.containsKey(Field.PAYMENT_METHOD.wire())) {
            changes.add(new Change.Method(optional(Field.PAYMENT_METHOD, String.class)));
        }
        if (form.containsKey(Field.MY_SHARE.wire())) {
            changes.add(new Change.Shared(optional(Field.MY_SHARE, Share.class)));
        }
        return changes;
    }

    private void price(Subscription it, LocalDate today, List<Change> changes) {
        var cost =
                has(Field.COST) ? value(Field.COST, BigDecimal.class) : it.costOn(today).amount();
        var currency =
                has(Field.CURRENCY)
                        ? value(Field.CURRENCY, Currency.class)
                        : it.costOn(today).currency();
        var from = optional(Field.EFFECTIVE_ON, LocalDate.class);
        boolean costs =
                cost.compareTo(it.costOn(today).amount()) != 0
                        || !currency.equals(it.costOn(today).currency());
        if (has(Field.BILLING_CYCLE)
                && !value(Field.BILLING_CYCLE, BillingCycle.class).equals(it.cycle())) {
            changes.add(
                    new Change.Cycle(
                            value(Field.BILLING_CYCLE, BillingCycle.class),
                            costs ? cost : null,
                            currency,
                            from));
        } else if (costs) {
            changes.add(new Change.Price(cost, currency, from));
        }
    }

    private boolean has(Field field) {
        return !text(field).isEmpty();
    }

    private String text(Field field) {
        return form.getOrDefault(field.wire(), "").strip();
    }

    private <T> T value(Field field, Class<T> type) {
        return type.cast(field.parse(text(field)));
    }

    private <T> @Nullable T optional(Field field, Class<T> type) {
        return has(field) ? value(field, type) : null;
    }
}

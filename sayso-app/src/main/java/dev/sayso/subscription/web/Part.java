package dev.sayso.subscription.web;

import dev.sayso.event.BillingCycle;
import dev.sayso.event.Field;
import dev.sayso.event.Share;
import dev.sayso.event.SubscriptionDetailsSet;
import dev.sayso.event.Tags;
import dev.sayso.platform.web.BadRequest;
import dev.sayso.platform.web.JsonBody;
import dev.sayso.subscription.Change;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What of a subscription has an address of its own. */
enum Part {
    PRICE(
            body -> {
                var cost = needed(body, Field.COST, BigDecimal.class);
                var currency = value(body, Field.CURRENCY, Currency.class);
                var from = day(body, Field.EFFECTIVE_ON);
                return cost == null ? null : new Change.Price(cost, currency, from);
            },
            null),
    CYCLE(
            body -> {
                var cycle = needed(body, Field.BILLING_CYCLE, BillingCycle.class);
                var cost = value(body, Field.COST, BigDecimal.class);
                var currency = value(body, Field.CURRENCY, Currency.class);
                var from = day(body, Field.EFFECTIVE_ON);
                return cycle == null ? null : new Change.Cycle(cycle, cost, currency, from);
            },
            null),
    RENEWAL(one(Field.NEXT_RENEWAL_ON, LocalDate.class, Change.Renewal::new), null),
    PAUSE(body -> new Change.Pause(day(body, Field.RESUMES_ON)), new Change.Resume()),
    CANCELLATION(body -> new Change.Cancel(day(body, Field.EFFECTIVE_ON)), new Change.Keep()),
    TRIAL(one(Field.TRIAL_ENDS_ON, LocalDate.class, Change.Trial::new), new Change.Trial(null)),
    END(one(Field.ENDS_ON, LocalDate.class, Change.End::new), new Change.End(null)),
    NAME(one(Field.NAME, String.class, Change.Name::new), null),
    NOTE(one(Field.NOTE, String.class, Change.Note::new), new Change.Note(null)),
    TAGS(
            body -> new Change.Labels(new Tags(body.texts("tags"))),
            new Change.Labels(SubscriptionDetailsSet.NO_TAGS)),
    PAYMENT_METHOD(
            one(Field.PAYMENT_METHOD, String.class, Change.Method::new), new Change.Method(null)),
    SHARE(one(Field.MY_SHARE, Share.class, Change.Shared::new), new Change.Shared(null));

    private final Function<JsonBody, @Nullable Change> reader;
    private final @Nullable Change none;

    Part(Function<JsonBody, @Nullable Change> reader, @Nullable Change none) {
        this.reader = reader;
        this.none = none;
    }

    static Part of(String wire) {
        return Arrays.stream(values())
                .filter(part -> part.wire().equals(wire))
                .findFirst()
                .orElseThrow(
                        () ->
                                new NoSuchPart(
                                        "a subscription has no such part; it has "
                                                + Arrays.stream(values())
                                                        .map(Part::wire)
                                                        .collect(Collectors.joining(", "))));
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads the change, with all that is wrong with it at once. */
    Change read(JsonBody body) {
        var change = body.tried(() -> reader.apply(body));
        body.done();
        return Objects.requireNonNull(change);
    }

    Change none() {
        if (none == null) {
            throw new BadRequest(
                    "a subscription is never without its " + wire() + "; PUT another one");
        }
        return none;
    }

    private static <T> Function<JsonBody, @Nullable Change> one(
            Field field, Class<T> type, Function<T, Change> made) {
        return body -> {
            var value = needed(body, field, type);
            return value == null ? null : made.apply(value);
        };
    }

    private static <T> @Nullable T value(JsonBody body, Field field, Class<T> type) {
        return body.as(field.wire(), text -> type.cast(field.parse(text)));
    }

    private static <T> @Nullable T needed(JsonBody body, Field field, Class<T> type) {
        var text = body.required(field.wire());
        return text.isEmpty() && body.hasProblems()
                ? null
                : body.tried(() -> type.cast(field.parse(text)));
    }

    private static @Nullable LocalDate day(JsonBody body, Field field) {
        return value(body, field, LocalDate.class);
    }
}

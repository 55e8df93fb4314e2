package dev.sayso.event;

import static dev.sayso.event.Field.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kinds of event, with the fields that each requires and allows, and how one is built from
 * them.
 */
public enum EventType {
    SUBSCRIPTION_CREATED(
            List.of(NAME, COST, BILLING_CYCLE),
            List.of(CURRENCY, STARTED_ON, NEXT_RENEWAL_ON, TRIAL_ENDS_ON, ENDS_ON),
            f ->
                    new SubscriptionCreated(
                            f.name(),
                            f.money(),
                            f.cycle(),
                            f.day(STARTED_ON),
                            f.day(NEXT_RENEWAL_ON),
                            f.day(TRIAL_ENDS_ON),
                            f.day(ENDS_ON))),
    SUBSCRIPTION_PRICE_CHANGED(
            List.of(NAME, COST),
            List.of(CURRENCY, EFFECTIVE_ON),
            f -> new SubscriptionPriceChanged(f.name(), f.money(), f.day(EFFECTIVE_ON))),
    SUBSCRIPTION_RENEWAL_SET(
            List.of(NAME, NEXT_RENEWAL_ON),
            List.of(),
            f ->
                    new SubscriptionRenewalSet(
                            f.name(), f.get(NEXT_RENEWAL_ON, java.time.LocalDate.class))),
    SUBSCRIPTION_CYCLE_CHANGED(
            List.of(NAME, BILLING_CYCLE),
            List.of(COST, CURRENCY, EFFECTIVE_ON),
            f ->
                    new SubscriptionCycleChanged(
                            f.name(),
                            f.cycle(),
                            f.has(COST) ? f.money() : null,
                            f.day(EFFECTIVE_ON))),
    SUBSCRIPTION_CANCELLED(
            List.of(NAME),
            List.of(EFFECTIVE_ON),
            f -> new SubscriptionCancelled(f.name(), f.day(EFFECTIVE_ON))),
    SUBSCRIPTION_PAUSED(
            List.of(NAME),
            List.of(RESUMES_ON),
            f -> new SubscriptionPaused(f.name(), f.day(RESUMES_ON))),
    SUBSCRIPTION_RESUMED(List.of(NAME), List.of(), f -> new SubscriptionResumed(f.name())),
    PAYMENT_RECORDED(
            List.of(NAME, COST),
            List.of(CURRENCY, PAID_ON),
            f -> new PaymentRecorded(f.name(), f.money(), f.day(PAID_ON))),
    REMINDER_SET(
            List.of(DAYS_BEFORE),
            List.of(NAME),
            f -> new ReminderSet(f.get(DAYS_BEFORE, Integer.class), f.has(NAME) ? f.name() : null)),
    /** Written only by the product. */
    EVENT_RETRACTED(
            List.of(EVENT_ID), List.of(), f -> new EventRetracted(f.get(EVENT_ID, String.class))),
    /** Written only by the product. */
    REMINDER_REMOVED(
            List.of(DAYS_BEFORE),
            List.of(NAME),
            f ->
                    new ReminderRemoved(
                            f.get(DAYS_BEFORE, Integer.class), f.has(NAME) ? f.name() : null)),
    /** Written only by the product. */
    SUBSCRIPTION_RENAMED(
            List.of(NAME, NEW_NAME),
            List.of(),
            f -> new SubscriptionRenamed(f.name(), f.get(NEW_NAME, String.class))),
    /** Written only by the product. */
    SUBSCRIPTION_TERMS_SET(
            List.of(NAME),
            List.of(TRIAL_ENDS_ON, ENDS_ON),
            f -> new SubscriptionTermsSet(f.name(), f.day(TRIAL_ENDS_ON), f.day(ENDS_ON))),
    /** Written only by the product. */
    SUBSCRIPTION_DETAILS_SET(
            List.of(NAME),
            List.of(NOTE, TAGS, PAYMENT_METHOD, MY_SHARE),
            f ->
                    new SubscriptionDetailsSet(
                            f.name(),
                            f.find(NOTE, String.class),
                            f.has(TAGS) ? f.get(TAGS, Tags.class) : SubscriptionDetailsSet.NO_TAGS,
                            f.find(PAYMENT_METHOD, String.class),
                            f.find(MY_SHARE, Share.class)));

    private static final Map<String, EventType> BY_WIRE =
            Stream.of(values()).collect(Collectors.toMap(Enum::name, Function.identity()));

    private final List<Field> required;
    private final List<Field> optional;
    private final Function<Fields, SubscriptionEvent> builder;

    EventType(
            List<Field> required,
            List<Field> optional,
            Function<Fields, SubscriptionEvent> builder) {
        this.required = required;
        this.optional = optional;
        this.builder = builder;
    }

    /**
     * The fields without which there is no such event, in the order in which they are asked for.
     */
    public List<Field> required() {
        return required;
    }

    public List<Field> optional() {
        return optional;
    }

    public boolean allows(Field field) {
        return required.contains(field) || optional.contains(field);
    }

    /** Whether only the product writes it, never the reading of a message. */
    public boolean isOfTheProduct() {
        return compareTo(EVENT_RETRACTED) >= 0;
    }

    /** The name on the wire and in the log. */
    public String wire() {
        return name();
    }

    /**
     * The type of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static EventType ofWire(String name) {
        var type = BY_WIRE.get(name);
        if (type == null) {
            throw new IllegalArgumentException(
                    "type \""
                            + name
                            + "\" is not an event's; known are "
                            + Stream.of(values())
                                    .filter(known -> !known.isOfTheProduct())
                                    .map(EventType::wire)
                                    .collect(Collectors.joining(", ")));
        }
        return type;
    }

    /** The required fields that the values lack, in the order in which they are asked for. */
    public Set<Field> missing(Map<Field, Object> values) {
        var missing = EnumSet.noneOf(Field.class);
        for (var field : required) {
            if (!values.containsKey(field)) {
                missing.add(field);
            }
        }
        return Collections.unmodifiableSet(missing);
    }

    /**
     * Builds the event. A cost needs its currency beside it.
     *
     * @throws IllegalArgumentException naming every field that is missing or does not belong
     */
    public SubscriptionEvent build(Map<Field, Object> values) {
        var problems = new ArrayList<String>();
        for (var field : missing(values)) {
            problems.add(field.wire() + " is missing");
        }
        for (var field : values.keySet()) {
            if (!allows(field)) {
                problems.add(field.wire() + " does not belong to " + this);
            }
        }
        if (values.containsKey(COST) && !values.containsKey(CURRENCY)) {
            problems.add("currency is missing beside cost");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return builder.apply(new Fields(values));
    }
}

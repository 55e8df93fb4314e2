package dev.sayso.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A field of an event, with the type of its value. The order is the order on the wire. */
public enum Field {
    /** What kind of event it is; only ever named as missing, never a value of an event. */
    TYPE(EventType.class),
    NAME(String.class),
    COST(BigDecimal.class),
    CURRENCY(Currency.class),
    BILLING_CYCLE(BillingCycle.class),
    STARTED_ON(LocalDate.class),
    NEXT_RENEWAL_ON(LocalDate.class),
    TRIAL_ENDS_ON(LocalDate.class),
    ENDS_ON(LocalDate.class),
    EFFECTIVE_ON(LocalDate.class),
    RESUMES_ON(LocalDate.class),
    PAID_ON(LocalDate.class),
    DAYS_BEFORE(Integer.class),
    EVENT_ID(String.class),
    NEW_NAME(String.class),
    NOTE(String.class),
    TAGS(Tags.class),
    PAYMENT_METHOD(String.class),
    MY_SHARE(Share.class);

    private static final Map<String, Field> BY_WIRE =
            Stream.of(values()).collect(Collectors.toMap(Field::wire, Function.identity()));

    private final Class<?> valueType;

    Field(Class<?> valueType) {
        this.valueType = valueType;
    }

    public Class<?> valueType() {
        return valueType;
    }

    public boolean isDay() {
        return valueType == LocalDate.class;
    }

    /** Whether only the product writes it, never the reading of a message. */
    public boolean isOfTheProduct() {
        return compareTo(EVENT_ID) >= 0;
    }

    /** The name on the wire, for example {@code billing_cycle}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The field of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Field ofWire(String name) {
        var field = BY_WIRE.get(name);
        if (field == null) {
            throw new IllegalArgumentException(
                    "\""
                            + name
                            + "\" is not a field of an event; known are "
                            + Stream.of(values())
                                    .map(Field::wire)
                                    .collect(Collectors.joining(", ")));
        }
        return field;
    }

    /**
     * Reads a value as the wire writes it.
     *
     * @throws IllegalArgumentException with what came and what was expected
     */
    public Object parse(String text) {
        try {
            return switch (this) {
                case NAME, EVENT_ID, NEW_NAME, PAYMENT_METHOD -> Names.checked(wire(), text);
                case NOTE -> Names.checkedNote(text);
                case TAGS -> Tags.parse(text);
                case MY_SHARE -> Share.parse(text);
                case COST -> Money.normal(number(text));
                case CURRENCY -> Money.currency(text);
                case BILLING_CYCLE -> BillingCycle.parse(text);
                case TYPE -> EventType.ofWire(text);
                case DAYS_BEFORE -> ReminderSet.checkedDays(Integer.parseInt(text));
                case STARTED_ON,
                        NEXT_RENEWAL_ON,
                        TRIAL_ENDS_ON,
                        ENDS_ON,
                        EFFECTIVE_ON,
                        RESUMES_ON,
                        PAID_ON ->
                        day(text);
            };
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException(
                    wire() + " \"" + text + "\" is not a day; write it like 2026-12-24", e);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    wire() + " \"" + text + "\" is not a number; write it like 499 or 14.99", e);
        } catch (IllegalArgumentException e) {
            throw this == CURRENCY
                    ? new IllegalArgumentException(
                            "currency \"" + text + "\" is not an ISO 4217 code such as INR", e)
                    : e;
        }
    }

    /** The value as the wire writes it. */
    public String format(Object value) {
        return switch (value) {
            case BigDecimal cost -> cost.toPlainString();
            case BillingCycle cycle -> cycle.wire();
            case Currency currency -> currency.getCurrencyCode();
            default -> value.toString();
        };
    }

    /**
     * A day that people live in: a year such as +999999999 would overflow what is counted from it.
     */
    private static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        if (day.getYear() < 1900 || day.getYear() > 2999) {
            throw new java.time.DateTimeException("out of range");
        }
        return day;
    }

    private static BigDecimal number(String text) {
        if (text.length() > 40
                || !text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '-')) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(text);
    }
}

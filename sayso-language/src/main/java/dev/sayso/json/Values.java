package dev.sayso.json;

import dev.sayso.event.Field;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Readers of single values: each says what came and what was expected. */
final class Values {
    /** What a value that is no prose may have: longer ones are a mistake of the sender. */
    static final int MAX_TOKEN = Quoted.MAX;

    static final int MAX_NAME = 100;

    private Values() {}

    static String text(String name, Json value) {
        if (value instanceof Json.Text(var text)) {
            return text;
        }
        throw unexpected(name, value, "a text in quotation marks");
    }

    static String token(String name, Json value) {
        var text = text(name, value);
        if (text.length() > MAX_TOKEN) {
            throw tooLong(name, text, MAX_TOKEN);
        }
        return text;
    }

    static boolean truth(String name, Json value) {
        if (value instanceof Json.Truth(var truth)) {
            return truth;
        }
        throw unexpected(name, value, "true or false");
    }

    static int whole(String name, Json value) {
        if (value instanceof Json.Numeral(var digits)) {
            try {
                return Integer.parseInt(digits);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        name + " is the number " + digits + "; a whole number was expected", e);
            }
        }
        throw unexpected(name, value, "a whole number");
    }

    static String serviceName(String name, Json value) {
        var text = text(name, value);
        if (text.length() > MAX_NAME) {
            throw tooLong(name, text, MAX_NAME);
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " is empty; give a name such as Netflix");
        }
        return text;
    }

    static <T> List<T> list(String name, Json value, JsonObject.Reader<T> reader) {
        if (!(value instanceof Json.Items(var items))) {
            throw unexpected(name, value, "a list");
        }
        var read = new ArrayList<T>(items.size());
        for (int i = 0; i < items.size(); i++) {
            read.add(reader.read(name + "[" + i + "]", items.get(i)));
        }
        return read;
    }

    static List<String> names(String name, Json value) {
        return list(name, value, Values::serviceName);
    }

    static Map<String, String> meanings(String name, Json value) {
        if (!(value instanceof Json.Members(var members))) {
            throw unexpected(name, value, "an object such as {\"nflx\": \"Netflix\"}");
        }
        var read = new LinkedHashMap<String, String>();
        for (var member : members.entrySet()) {
            var alias = serviceName(name, new Json.Text(member.getKey()));
            read.put(alias, serviceName("the meaning in " + name, member.getValue()));
        }
        return read;
    }

    static LocalDate day(String name, Json value) {
        var text = token(name, value);
        try {
            return (LocalDate) Field.STARTED_ON.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    name + " " + Quoted.of(text) + " is not a day; write it like 2026-12-24", e);
        }
    }

    static OffsetDateTime moment(String name, Json value) {
        var text = token(name, value);
        try {
            var moment = OffsetDateTime.parse(text);
            if (moment.getYear() >= 1970 && moment.getYear() <= 2999) {
                return moment;
            }
        } catch (DateTimeException e) {
            throw notAMoment(name, text, e);
        }
        throw notAMoment(name, text, null);
    }

    static Currency currency(String name, Json value) {
        return (Currency) Field.CURRENCY.parse(token(name, value));
    }

    static Locale locale(String name, Json value) {
        var text = token(name, value);
        try {
            var locale = new Locale.Builder().setLanguageTag(text).build();
            if (!locale.getLanguage().isEmpty()) {
                return locale;
            }
        } catch (IllformedLocaleException e) {
            throw notALocale(name, text, e);
        }
        throw notALocale(name, text, null);
    }

    static <E extends Enum<E>> JsonObject.Reader<E> oneOf(E[] values, Function<E, String> wire) {
        return (name, value) -> {
            var text = token(name, value);
            for (var candidate : values) {
                if (wire.apply(candidate).equals(text)) {
                    return candidate;
                }
            }
            throw new IllegalArgumentException(
                    name
                            + " "
                            + Quoted.of(text)
                            + " is not known; give one of "
                            + Stream.of(values).map(wire).collect(Collectors.joining(", ")));
        };
    }

    /** Says of what is wrong inside where it stands. */
    static <T> T within(String name, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    static IllegalArgumentException unexpected(String name, Json value, String expected) {
        return new IllegalArgumentException(
                name + " is " + value.described() + "; " + expected + " was expected");
    }

    static IllegalArgumentException tooLong(String name, String text, int max) {
        return new IllegalArgumentException(
                name + " has " + text.length() + " characters; give at most " + max);
    }

    private static IllegalArgumentException notAMoment(
            String name, String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                name
                        + " "
                        + Quoted.of(text)
                        + " is not a moment with its offset; write it like"
                        + " 2026-11-24T09:30:00+05:30",
                cause);
    }

    private static IllegalArgumentException notALocale(
            String name, String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                name + " " + Quoted.of(text) + " is not a language tag; write it like en-IN",
                cause);
    }
}

package dev.sayso.platform.web;

import dev.sayso.platform.web.Phrase.Mark;
import dev.sayso.platform.web.Phrase.Run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.AttributedCharacterIterator;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * How Sayso speaks to one person today: the sentences of the message files, and money, days and
 * cycles as that person writes them. Immutable.
 */
public final class Words {
    private static final Control NO_FALLBACK =
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final LocalDate today;
    private final ResourceBundle messages;

    public Words(Locale locale, LocalDate today) {
        this.locale = locale;
        this.today = today;
        this.messages = ResourceBundle.getBundle("messages", locale, NO_FALLBACK);
    }

    public Locale locale() {
        return locale;
    }

    public LocalDate today() {
        return today;
    }

    /** The language of the sentences, for the page: the person's own where there are such. */
    public String lang() {
        var language = messages.getString("language");
        return locale.getLanguage().equals(language) ? locale.toLanguageTag() : language;
    }

    public boolean has(String key) {
        return messages.containsKey(key);
    }

    /** The sentence of that key. */
    public String say(String key, Object... arguments) {
        return format(key).format(arguments);
    }

    /** The sentence of that key, in which each argument that is a {@link Run} keeps its look. */
    public Phrase phrase(String key, Object... arguments) {
        var runs = new ArrayList<Run>();
        var text = format(key).formatToCharacterIterator(arguments);
        for (text.first();
                text.getIndex() < text.getEndIndex();
                text.setIndex(text.getRunLimit())) {
            var argument = text.getAttribute(MessageFormat.Field.ARGUMENT);
            var mark =
                    argument instanceof Integer index && arguments[index] instanceof Run run
                            ? run.mark()
                            : Mark.PLAIN;
            runs.add(new Run(runAt(text), mark));
        }
        return new Phrase(runs);
    }

    /** The amount with its sign, and with a fraction only where it has one: {@code ₹499}. */
    public String money(BigDecimal amount, Currency currency) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        var rounded = amount.setScale(digits, RoundingMode.HALF_EVEN);
        boolean whole = rounded.stripTrailingZeros().scale() <= 0;
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(whole ? 0 : digits);
        format.setMaximumFractionDigits(whole ? 0 : digits);
        return IndianGrouping.of(locale, format.format(rounded));
    }

    /** The sign of the currency alone. */
    public String sign(Currency currency) {
        return currency.getSymbol(locale);
    }

    /** {@code 26 Nov}, with the year where it is another. */
    public String day(LocalDate day) {
        return formatted(day.getYear() == today.getYear() ? "MMMd" : "yMMMd", day);
    }

    /** {@code 26 Nov}, whatever the year, where a heading names it. */
    public String dayOfYear(LocalDate day) {
        return formatted("MMMd", day);
    }

    /** {@code 9:30 am}, as the person writes it. */
    public String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(time);
    }

    /** {@code Jan 2024}. */
    public String monthAndYear(LocalDate day) {
        return formatted("yMMM", day);
    }

    /** {@code Thursday}. */
    public String fullWeekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    public String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }

    /** {@code Tue 24 Nov}. */
    public String weekdayAndDay(LocalDate day) {
        return say("day.with_weekday", weekday(day), day(day));
    }

    public String month(Month month) {
        var name = month.getDisplayName(TextStyle.FULL_STANDALONE, locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** As it stands in a sentence: today, tomorrow, on Thursday, on 24 Dec. */
    public String when(LocalDate day) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days == 0) {
            return say("day.today");
        }
        if (days == 1) {
            return say("day.tomorrow");
        }
        return days > 1 && days < 7
                ? say(
                        "day.on",
                        day.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, locale))
                : say("day.on", day(day));
    }

    /** A day that nobody named, marked as such: {@code about 24 Dec?}. */
    public Run about(LocalDate day) {
        return Phrase.assumed(say("day.about", day(day)));
    }

    /** How often, beside a price: {@code a month}, {@code every 28 days}. */
    public String per(Period cycle) {
        return cycle("per", cycle);
    }

    /** How often, in a sentence: {@code every month}. */
    public String every(Period cycle) {
        return cycle("every", cycle);
    }

    private String cycle(String key, Period cycle) {
        long months = cycle.toTotalMonths();
        if (months == 0) {
            return counted(key + ".day", cycle.getDays());
        }
        return months % 12 == 0
                ? counted(key + ".year", months / 12)
                : counted(key + ".month", months);
    }

    private String counted(String key, long count) {
        // a count may have a word of its own: seven days are a week
        return has(key + "." + count) ? say(key + "." + count) : say(key + ".many", count);
    }

    private String formatted(String skeleton, LocalDate day) {
        return DateTimeFormatter.ofLocalizedPattern(skeleton).withLocale(locale).format(day);
    }

    private MessageFormat format(String key) {
        return new MessageFormat(messages.getString(key), locale);
    }

    private static String runAt(AttributedCharacterIterator text) {
        var run = new StringBuilder();
        int end = text.getRunLimit();
        for (int i = text.getIndex(); i < end; i++) {
            run.append(text.setIndex(i));
        }
        text.setIndex(end - 1);
        return run.toString();
    }
}

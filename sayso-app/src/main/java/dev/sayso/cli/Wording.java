package dev.sayso.cli;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.Period;
import java.util.Currency;
import java.util.Locale;

/** How money, days and cycles are written for a person at the terminal. */
record Wording(Locale figures, LocalDate today) {
    static Wording of(Terminal terminal) {
        return new Wording(terminal.figures(), LocalDate.now(terminal.clock()));
    }

    /** Without control characters: what others wrote must not steer the terminal. */
    static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /** {@code ₹499}, {@code $14.99}: no empty fraction, the currency's own digits otherwise. */
    String money(String cost, String currency) {
        try {
            var amount = new BigDecimal(cost);
            var format = NumberFormat.getCurrencyInstance(figures);
            format.setCurrency(Currency.getInstance(currency));
            int digits = Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0);
            int own = Math.max(amount.stripTrailingZeros().scale(), 0);
            format.setMinimumFractionDigits(own == 0 ? 0 : Math.max(digits, own));
            format.setMaximumFractionDigits(Math.max(digits, own));
            return format.format(amount);
        } catch (IllegalArgumentException e) {
            // a server newer than this command line may say what it does not know: shown as it came
            return (cost + " " + currency).strip();
        }
    }

    /** {@code 24 Dec}, with the year where it is another one. */
    String day(String iso) {
        try {
            var day = LocalDate.parse(iso);
            if (day.equals(today)) {
                return "today";
            }
            var text = day.getDayOfMonth() + " " + MONTHS[day.getMonthValue() - 1];
            return day.getYear() == today.getYear() ? text : text + " " + day.getYear();
        } catch (java.time.format.DateTimeParseException e) {
            return iso;
        }
    }

    /** {@code a month}, {@code every 28 days}. */
    static String every(String cycle) {
        return switch (cycle) {
            case "daily" -> "a day";
            case "weekly" -> "a week";
            case "fortnightly" -> "every two weeks";
            case "monthly" -> "a month";
            case "quarterly" -> "every three months";
            case "half_yearly" -> "every six months";
            case "yearly" -> "a year";
            default -> every(cycle, cycle.startsWith("P"));
        };
    }

    /** {@code yearly}, {@code half-yearly}, {@code every 28 days}. */
    static String often(String cycle) {
        return cycle.startsWith("P") ? every(cycle) : cycle.replace('_', '-');
    }

    private static String every(String cycle, boolean isPeriod) {
        try {
            var period = isPeriod ? Period.parse(cycle) : Period.ZERO;
            if (period.getDays() > 0) {
                return "every " + period.getDays() + " days";
            }
            long months = period.toTotalMonths();
            if (months > 0 && months % 12 == 0) {
                return "every " + months / 12 + " years";
            }
            return months > 0 ? "every " + months + " months" : cycle;
        } catch (java.time.format.DateTimeParseException e) {
            return cycle;
        }
    }

    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };
}

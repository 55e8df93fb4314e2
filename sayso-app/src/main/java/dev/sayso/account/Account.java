package dev.sayso.account;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/**
 * An account with its preferences: how numbers and days read, what a bare price is in, and which
 * day it is there.
 */
public record Account(AccountId id, String name, Locale locale, Currency currency, ZoneId zone) {
    public LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(zone));
    }
}

package dev.sayso.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/** What a new account prefers until it says otherwise ({@code sayso.account.*}). */
@ConfigurationProperties("sayso.account")
record AccountDefaults(
        @DefaultValue("en-IN") Locale locale,
        @DefaultValue("INR") Currency currency,
        @DefaultValue("Asia/Kolkata") ZoneId zone) {}

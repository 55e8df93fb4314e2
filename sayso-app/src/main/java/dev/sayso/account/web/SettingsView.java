package dev.sayso.account.web;

import dev.sayso.platform.web.Page;

import gg.jte.Content;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What an account prefers, and below it what other modules let one set.
 *
 * @param shows how a price and a day read then
 */
public record SettingsView(
        Page page,
        String locale,
        String currency,
        String zone,
        List<Option> locales,
        List<Option> currencies,
        List<String> zones,
        String shows,
        boolean saved,
        @Nullable String problem,
        List<Content> parts) {
    public SettingsView {
        locales = List.copyOf(locales);
        currencies = List.copyOf(currencies);
        zones = List.copyOf(zones);
        parts = List.copyOf(parts);
    }

    public record Option(String value, String words) {}
}

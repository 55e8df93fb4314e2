package dev.sayso.account.web;

import dev.sayso.account.Account;
import dev.sayso.account.Preferences;
import dev.sayso.account.web.SettingsView.Option;
import dev.sayso.platform.web.Assets;
import dev.sayso.platform.web.BarPlace;
import dev.sayso.platform.web.Page;
import dev.sayso.platform.web.SettingsRegion;
import dev.sayso.platform.web.Templates;
import dev.sayso.platform.web.Wording;
import dev.sayso.platform.web.Words;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The settings: what the account prefers, and what the modules let one set. */
@Controller
class SettingsPages implements BarPlace {
    private static final List<String> LOCALES =
            List.of(
                    "en-IN", "en-GB", "en-US", "en-AU", "en-CA", "en-SG", "hi-IN", "de-DE", "es-ES",
                    "es-MX", "fr-FR", "it-IT", "ja-JP", "nl-NL", "pt-BR", "pt-PT", "sv-SE");

    private final Preferences preferences;
    private final List<SettingsRegion> regions;
    private final Templates templates;
    private final Wording wording;
    private final Assets assets;

    SettingsPages(
            Preferences preferences,
            List<SettingsRegion> regions,
            Templates templates,
            Wording wording,
            Assets assets) {
        this.preferences = preferences;
        this.regions =
                regions.stream().sorted(Comparator.comparing(SettingsRegion::order)).toList();
        this.templates = templates;
        this.wording = wording;
        this.assets = assets;
    }

    @Override
    public Slot slot() {
        return Slot.SETTINGS;
    }

    @Override
    public String path() {
        return "/settings";
    }

    @GetMapping("/settings")
    ModelAndView show(
            Account account,
            @RequestParam(required = false) @Nullable String saved,
            HttpServletRequest request) {
        return view(account, saved != null, null, request);
    }

    @PostMapping("/settings")
    ModelAndView save(
            Account account,
            @RequestParam(defaultValue = "") String locale,
            @RequestParam(defaultValue = "") String currency,
            @RequestParam(defaultValue = "") String zone,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var prefers = Preferred.read(locale.strip(), currency.strip(), zone.strip());
            preferences.change(account.id(), prefers.locale(), prefers.currency(), prefers.zone());
        } catch (IllegalArgumentException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return view(account, false, wording.of(request).say("settings.problem"), request);
        }
        var view = new RedirectView("/settings?saved");
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }

    private ModelAndView view(
            Account account, boolean saved, @Nullable String problem, HttpServletRequest request) {
        var words = wording.of(request);
        return Page.view(
                "account/settings",
                new SettingsView(
                        new Page(words, assets, words.say("settings.title")),
                        account.locale().toLanguageTag(),
                        account.currency().getCurrencyCode(),
                        account.zone().getId(),
                        locales(account, words),
                        currencies(words),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/"))
                                .sorted()
                                .toList(),
                        words.say(
                                "settings.shows",
                                words.money(new BigDecimal("123456.78"), account.currency()),
                                words.day(words.today())),
                        saved,
                        problem,
                        regions.stream()
                                .map(region -> templates.content(region.settings(request)))
                                .toList()));
    }

    private static List<Option> locales(Account account, Words words) {
        return Stream.concat(Stream.of(account.locale().toLanguageTag()), LOCALES.stream())
                .distinct()
                .map(
                        tag ->
                                new Option(
                                        tag,
                                        Locale.forLanguageTag(tag).getDisplayName(words.locale())))
                .sorted(Comparator.comparing(Option::words))
                .toList();
    }

    private static List<Option> currencies(Words words) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .map(Currency::getCurrencyCode)
                .sorted()
                .map(
                        code ->
                                new Option(
                                        code,
                                        code
                                                + " · "
                                                + Currency.getInstance(code)
                                                        .getDisplayName(words.locale())))
                .toList();
    }
}

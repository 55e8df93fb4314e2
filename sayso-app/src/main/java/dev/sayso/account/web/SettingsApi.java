package dev.sayso.account.web;

import dev.sayso.account.Account;
import dev.sayso.account.Preferences;
import dev.sayso.platform.web.BadRequest;
import dev.sayso.platform.web.JsonBody;
import dev.sayso.platform.web.OpenApi.Bodies;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;

/** What an account prefers, as JSON. */
@RestController
class SettingsApi {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Preferences preferences;

    SettingsApi(Preferences preferences) {
        this.preferences = preferences;
    }

    @Bodies(gives = "Settings")
    @GetMapping(path = "/api/settings", produces = MediaType.APPLICATION_JSON_VALUE)
    String get(Account account) {
        return write(account);
    }

    @Bodies(takes = "Settings", gives = "Settings")
    @PutMapping(
            path = "/api/settings",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    String put(Account account, @RequestBody byte[] json) {
        var body = JsonBody.read(json);
        var locale = body.text("locale");
        var currency = body.text("currency");
        var zone = body.text("zone");
        body.done();
        try {
            var prefers =
                    Preferred.read(
                            locale == null ? account.locale().toLanguageTag() : locale,
                            currency == null ? account.currency().getCurrencyCode() : currency,
                            zone == null ? account.zone().getId() : zone);
            return write(
                    preferences.change(
                            account.id(), prefers.locale(), prefers.currency(), prefers.zone()));
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    private static String write(Account account) {
        var text = new StringWriter(128);
        try (var to = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            to.writeStartObject();
            to.writeStringProperty("locale", account.locale().toLanguageTag());
            to.writeStringProperty("currency", account.currency().getCurrencyCode());
            to.writeStringProperty("zone", account.zone().getId());
            to.writeEndObject();
        }
        return text.toString();
    }
}

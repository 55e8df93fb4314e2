package dev.sayso.help;

import dev.sayso.platform.sql.StartProblem;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How help reaches people and a host ({@code sayso.help.*}).
 *
 * @param contact a mail address or a page where a person is found, for installations whose operator
 *     is the one who asks
 * @param hostUrl where an application beside Sayso offers facts and actions of its own
 * @param hostToken sent to it as a bearer token
 * @param factLimit after which a fact counts as unknown
 * @param actionLimit after which nobody waits for an action any more
 */
@ConfigurationProperties("sayso.help")
public record HelpSettings(
        @Nullable String contact,
        @Nullable URI hostUrl,
        @Nullable String hostToken,
        @DefaultValue("2s") Duration factLimit,
        @DefaultValue("10s") Duration actionLimit) {
    private static final Pattern MAIL = Pattern.compile("[^@\\s<>\"?&]+@[^@\\s<>\"?&]+");

    public HelpSettings {
        contact = contact == null || contact.isBlank() ? null : contact.strip();
        if (contact != null && !MAIL.matcher(contact).matches() && !isPage(contact)) {
            throw new StartProblem(
                    "sayso.help.contact is neither a mail address nor a page; give one such as"
                            + " help@example.org or https://example.org/help.");
        }
        if (hostUrl != null && hostUrl.toString().isEmpty()) {
            hostUrl = null;
        }
        if (hostUrl != null && (!isPage(hostUrl.toString()) || hostUrl.getQuery() != null)) {
            throw new StartProblem(
                    "sayso.help.host-url is no address of a host; give one such as"
                            + " http://127.0.0.1:9000/help, without a query or a password.");
        }
        if (hostToken != null && !hostToken.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new StartProblem(
                    "sayso.help.host-token has a space or a letter that no header can carry; give"
                            + " visible ASCII characters.");
        }
        limit("fact-limit", factLimit);
        limit("action-limit", actionLimit);
    }

    private static void limit(String name, Duration limit) {
        if (limit.toMillis() < 1 || limit.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new StartProblem(
                    "sayso.help.%s is %s; give more than nothing and at most a minute, such as 2s."
                            .formatted(name, limit));
        }
    }

    private static boolean isPage(String text) {
        try {
            var uri = URI.create(text);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public boolean isMail() {
        return contact != null && MAIL.matcher(contact).matches();
    }

    /** It may hold a secret. */
    @Override
    public String toString() {
        return "HelpSettings[contact=%s, hostUrl=%s]".formatted(contact, hostUrl);
    }
}

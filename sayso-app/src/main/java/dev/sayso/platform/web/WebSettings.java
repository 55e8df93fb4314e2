package dev.sayso.platform.web;

import dev.sayso.platform.sql.StartProblem;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * From where Sayso may be reached ({@code sayso.web.*}).
 *
 * @param address what it listens on
 * @param hosts the names it answers to, besides those of this machine itself
 * @param proxy whether a reverse proxy stands before it, whose {@code X-Forwarded-*} are believed
 */
@ConfigurationProperties("sayso.web")
public record WebSettings(
        @DefaultValue("127.0.0.1") InetAddress address,
        @DefaultValue Set<String> hosts,
        @DefaultValue("false") boolean proxy) {
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?|\\[[0-9a-f:.]+]");

    public WebSettings {
        hosts =
                hosts.stream()
                        .map(host -> host.strip().toLowerCase(Locale.ROOT))
                        .filter(host -> !host.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
        var wrong = hosts.stream().filter(host -> !HOST.matcher(host).matches()).sorted().toList();
        if (!wrong.isEmpty()) {
            throw new StartProblem(
                    "sayso.web.hosts has "
                            + String.join(", ", wrong)
                            + "; give host names alone, with commas between them, such as"
                            + " sayso.example.org.");
        }
    }
}

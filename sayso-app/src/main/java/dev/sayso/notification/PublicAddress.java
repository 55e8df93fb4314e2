package dev.sayso.notification;

import dev.sayso.platform.sql.StartProblem;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where this Sayso is reached from outside ({@code sayso.web.url}); links in mails and buttons of
 * ntfy begin with it, and without it there are none: what a request says of itself is not believed.
 */
@ConfigurationProperties("sayso.web")
record PublicAddress(@DefaultValue("") String url) {
    PublicAddress {
        url = url.strip().replaceAll("/+$", "");
        if (!url.isEmpty() && !isAddress(url)) {
            throw new StartProblem(
                    "sayso.web.url is \""
                            + url
                            + "\"; give the address at which people reach it,"
                            + " such as https://sayso.example.org.");
        }
    }

    private static boolean isAddress(String text) {
        try {
            var uri = new URI(text).parseServerAuthority();
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Nullable String to(String path) {
        return url.isEmpty() ? null : url + path;
    }
}

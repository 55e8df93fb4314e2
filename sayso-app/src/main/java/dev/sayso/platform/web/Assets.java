package dev.sayso.platform.web;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.webjars.WebJarVersionLocator;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The style sheet, the script, fonts and icons. The folder they are served from is named by a
 * digest of all of them, so a browser may keep them for a year, and what they name of each other
 * stays relative.
 */
@Component
public final class Assets implements WebMvcConfigurer {
    private static final CacheControl FOR_A_YEAR =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final String OURS = "classpath:/assets/";

    private final String htmx;
    private final String swaggerUi;
    private final String folder;
    private final String tryFolder;

    Assets() throws IOException {
        htmx = inJar("htmx.org", "dist/htmx.min.js");
        swaggerUi = inJar("swagger-ui", "swagger-ui.css");
        // it is large, and its own version names it
        var version = swaggerUi.substring(0, swaggerUi.length() - 1);
        tryFolder = "/assets/swagger-ui-" + version.substring(version.lastIndexOf('/') + 1) + "/";
        folder = "/assets/" + digest(OURS + "*", htmx + "htmx.min.js") + "/";
    }

    /** Where the page finds a file of that name. */
    public String path(String name) {
        return folder + name;
    }

    /** Where the page that tries the API finds a file of that name. */
    public String tryPath(String name) {
        return tryFolder + name;
    }

    private static String inJar(String webjar, String file) {
        var path =
                Objects.requireNonNull(
                        new WebJarVersionLocator().fullPath(webjar, file),
                        "the webjar of " + webjar + " is not on the class path");
        return "classpath:/" + path.substring(0, path.lastIndexOf('/') + 1);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(folder + "*")
                .addResourceLocations(OURS, htmx)
                .setCacheControl(FOR_A_YEAR);
        // not all of its folder: the library brings pages of its own, too
        registry.addResourceHandler(tryFolder + "swagger-ui*")
                .addResourceLocations(swaggerUi)
                .setCacheControl(FOR_A_YEAR);
    }

    private static String digest(String... patterns) throws IOException {
        var resolver = new PathMatchingResourcePatternResolver();
        var digest = sha256();
        for (var pattern : patterns) {
            var files = resolver.getResources(pattern);
            Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            for (var file : files) {
                try (var content = file.getInputStream();
                        var sink =
                                new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                    content.transferTo(sink);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 6);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

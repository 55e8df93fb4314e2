package dev.sayso.notification;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A mail, as its template and its plain text show it. */
public record MailView(
        String lang,
        String title,
        List<String> lines,
        List<Link> links,
        @Nullable String home,
        String homeWords) {
    /** A link with its words. */
    public record Link(String words, String url) {}

    public MailView {
        lines = List.copyOf(lines);
        links = List.copyOf(links);
    }

    String text() {
        var text = new StringBuilder(title).append("\r\n");
        lines.forEach(line -> text.append("\r\n").append(line));
        if (!lines.isEmpty()) {
            text.append("\r\n");
        }
        links.forEach(
                link ->
                        text.append("\r\n")
                                .append(link.words())
                                .append(": ")
                                .append(link.url())
                                .append("\r\n"));
        if (home != null) {
            text.append("\r\n").append(homeWords).append(": ").append(home).append("\r\n");
        }
        return text.toString();
    }
}

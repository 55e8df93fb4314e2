package dev.sayso.help.web;

import org.jspecify.annotations.Nullable;

/**
 * What happened, to be copied or sent.
 *
 * @param contact where it can be sent
 */
public record ReportView(String text, @Nullable String contact, String href) {
    private static final int MOST_ROWS = 14;

    public long rows() {
        return Math.min(MOST_ROWS, text.lines().count() + 1);
    }
}

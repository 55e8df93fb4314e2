package dev.sayso.notification;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What is sent, ready for any channel.
 *
 * @param id the same for each attempt; known on the wire
 * @param type of it for programs
 * @param subject the subscription that it concerns, if one
 * @param at when it came to be
 * @param title one line, in the person's language
 * @param data for programs, as JSON
 * @param links what can be done about it, with where
 * @param home where more is, if this Sayso can be reached from outside
 */
record Letter(
        String id,
        String type,
        @Nullable String subject,
        String at,
        String lang,
        String title,
        String body,
        String data,
        List<Link> links,
        @Nullable String home,
        String homeWords) {
    /** A link that does an act, with its words. */
    record Link(String words, String url) {}

    Letter {
        links = List.copyOf(links);
    }
}

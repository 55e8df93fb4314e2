package dev.sayso.notification.web;

import dev.sayso.platform.web.Page;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The channels, what goes there, and what became of it.
 *
 * @param said what became of what was just done, or nothing
 * @param wrong whether that is that it was not done
 */
public record ChannelsView(
        Page page,
        String said,
        boolean wrong,
        List<Item> channels,
        boolean mail,
        List<Sending> log) {
    public ChannelsView {
        channels = List.copyOf(channels);
        log = List.copyOf(log);
    }

    /** A channel. */
    public record Item(
            String id,
            String name,
            boolean confirmed,
            List<Choice> kinds,
            @Nullable String quietFrom,
            @Nullable String quietUntil) {
        public Item {
            kinds = List.copyOf(kinds);
        }
    }

    /** A kind of notices that may go there. */
    public record Choice(String name, String words, boolean chosen) {}

    /**
     * A delivery.
     *
     * @param last why the last attempt failed, if it did
     */
    public record Sending(
            String id, String day, String text, String why, String last, boolean dead) {}
}

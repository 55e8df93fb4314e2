package dev.sayso.notification.web;

import dev.sayso.platform.web.Words;

import java.util.List;

/** The channels of an account by their names. */
public record ChannelsPartView(Words words, List<String> channels) {
    public ChannelsPartView {
        channels = List.copyOf(channels);
    }
}

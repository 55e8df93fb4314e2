package dev.sayso.notification.web;

import dev.sayso.account.Visitor;
import dev.sayso.notification.Channels;
import dev.sayso.platform.web.Fragment;
import dev.sayso.platform.web.SettingsPart;
import dev.sayso.platform.web.Wording;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/** Where one is told, on the page of settings: the channels by name, and the way to their page. */
@Component
class ChannelsPart implements SettingsPart {
    private static final int ORDER = 50;

    private final Channels channels;
    private final Wording wording;

    ChannelsPart(Channels channels, Wording wording) {
        this.channels = channels;
        this.wording = wording;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Fragment show(HttpServletRequest request) {
        var words = wording.of(request);
        return new Fragment(
                "notification/part",
                new ChannelsPartView(
                        words,
                        channels.of(Visitor.of(request).account().id()).stream()
                                .map(it -> ChannelPages.name(it, words))
                                .toList()));
    }
}

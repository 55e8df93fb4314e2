package dev.sayso.notification.web;

import dev.sayso.account.Account;
import dev.sayso.account.Visitor;
import dev.sayso.notification.Channel;
import dev.sayso.notification.Channels;
import dev.sayso.notification.Channels.Wish;
import dev.sayso.notification.Deliveries;
import dev.sayso.notification.Delivery;
import dev.sayso.notification.Delivery.State;
import dev.sayso.notification.web.ChannelsView.Choice;
import dev.sayso.notification.web.ChannelsView.Item;
import dev.sayso.notification.web.ChannelsView.Sending;
import dev.sayso.platform.web.Assets;
import dev.sayso.platform.web.Page;
import dev.sayso.platform.web.Wording;
import dev.sayso.platform.web.Words;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Channels as a page of plain forms: add, test, confirm, choose, remove, and what was sent. */
@Controller
@RequestMapping("/settings")
class ChannelPages {
    private static final int SHOWN = 15;
    private static final Set<String> SAYINGS =
            Set.of("tested", "too_soon", "wrong", "over", "confirmed");

    private final Channels channels;
    private final Deliveries deliveries;
    private final Wording wording;
    private final Assets assets;

    ChannelPages(Channels channels, Deliveries deliveries, Wording wording, Assets assets) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.wording = wording;
        this.assets = assets;
    }

    @GetMapping("/channels")
    ModelAndView show(
            Account account,
            @RequestParam(defaultValue = "") String said,
            HttpServletRequest request) {
        var text = SAYINGS.contains(said) ? wording.of(request).say("channels." + said) : "";
        boolean wrong = !said.equals("tested") && !said.equals("confirmed") && !text.isEmpty();
        return page(account, text, wrong, request);
    }

    @PostMapping("/channels")
    ModelAndView add(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String target,
            @RequestParam(required = false) @Nullable String topic,
            HttpServletRequest request) {
        var visitor = Visitor.of(request);
        try {
            var added =
                    channels.add(
                            visitor.account().id(),
                            visitor.operator(),
                            new Wish(kind, target, topic));
            // the secret is on this page and in no address, so that it stays in no history
            return added.secret() == null
                    ? back("")
                    : page(
                            visitor.account(),
                            wording.of(request).say("channels.secret", added.secret()),
                            false,
                            request);
        } catch (IllegalArgumentException e) {
            var page = page(visitor.account(), String.valueOf(e.getMessage()), true, request);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
    }

    @PostMapping("/channels/{id}")
    ModelAndView choose(
            Account account,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<String> kinds,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            HttpServletRequest request) {
        try {
            var _ =
                    channels.choose(
                                    account.id(),
                                    id,
                                    kinds == null ? Set.of() : new LinkedHashSet<>(kinds),
                                    ChannelApi.quiet(
                                            time("quiet_from", from), time("quiet_until", until)))
                            .orElseThrow(NotThere::channel);
            return back("");
        } catch (IllegalArgumentException e) {
            if (channels.find(account.id(), id).isEmpty()) {
                throw NotThere.channel();
            }
            var page = page(account, String.valueOf(e.getMessage()), true, request);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
    }

    private static @Nullable LocalTime time(String field, String text) {
        return text.isBlank() ? null : ChannelApi.time(field, text);
    }

    @PostMapping("/channels/{id}/test")
    ModelAndView test(Account account, @PathVariable String id) {
        return switch (channels.test(account.id(), id)) {
            case ON_ITS_WAY -> back("tested");
            case TOO_SOON -> back("too_soon");
            case UNKNOWN -> throw NotThere.channel();
        };
    }

    @PostMapping("/channels/{id}/confirm")
    ModelAndView confirm(
            Account account,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String code) {
        return switch (channels.confirm(account.id(), id, code)) {
            case DONE -> back("confirmed");
            case WRONG -> back("wrong");
            case OVER -> back("over");
            case UNKNOWN -> throw NotThere.channel();
        };
    }

    @PostMapping("/channels/{id}/remove")
    ModelAndView remove(Account account, @PathVariable String id) {
        if (!channels.remove(account.id(), id)) {
            throw NotThere.channel();
        }
        return back("");
    }

    @PostMapping("/deliveries/{id}/retry")
    ModelAndView retry(Account account, @PathVariable String id) {
        if (!deliveries.retry(account.id(), id)) {
            throw NotThere.delivery();
        }
        return back("");
    }

    private ModelAndView page(
            Account account, String said, boolean wrong, HttpServletRequest request) {
        var words = wording.of(request);
        var mine = channels.of(account.id());
        return Page.view(
                "notification/channels",
                new ChannelsView(
                        new Page(words, assets, words.say("channels.title")),
                        said,
                        wrong,
                        mine.stream().map(it -> item(it, words)).toList(),
                        channels.hasMail(),
                        deliveries
                                .before(account.id(), Optional.empty(), Long.MAX_VALUE, SHOWN)
                                .stream()
                                .map(it -> sending(it, account, mine, words))
                                .toList()));
    }

    private static Item item(Channel it, Words words) {
        var quiet = it.quiet();
        return new Item(
                it.id(),
                name(it, words),
                it.confirmedAt() != null,
                Channel.choices(it.type()).stream()
                        .map(
                                kind ->
                                        new Choice(
                                                kind,
                                                words.say("kind." + kind),
                                                it.kinds().contains(kind)))
                        .toList(),
                quiet == null ? null : quiet.from().toString(),
                quiet == null ? null : quiet.until().toString());
    }

    static String name(Channel it, Words words) {
        return words.say(
                "channels." + it.type().wire(), it.target(), it.topic() == null ? "" : it.topic());
    }

    private static Sending sending(Delivery it, Account account, List<Channel> mine, Words words) {
        var at = Instant.parse(it.createdAt()).atZone(account.zone());
        var last = it.attempts().isEmpty() ? "" : it.attempts().getLast().result();
        var kind = words.say("kind." + it.kind());
        return new Sending(
                it.id(),
                words.day(at.toLocalDate()),
                mine.stream()
                        .filter(channel -> channel.id().equals(it.channelId()))
                        .findFirst()
                        .map(channel -> name(channel, words))
                        .orElse(""),
                words.say(
                        "channels.log.tries",
                        kind,
                        words.say("channels.log." + it.state().wire()),
                        it.attempts().size()),
                it.state() == State.SENT ? "" : last,
                it.state() == State.DEAD);
    }

    private static ModelAndView back(String said) {
        var view =
                new RedirectView(
                        said.isEmpty() ? "/settings/channels" : "/settings/channels?said=" + said);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}

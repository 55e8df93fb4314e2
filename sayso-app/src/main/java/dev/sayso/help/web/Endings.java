package dev.sayso.help.web;

import dev.sayso.account.Account;
import dev.sayso.account.FrontDesk;
import dev.sayso.help.HelpSessions;
import dev.sayso.help.HelpSettings;
import dev.sayso.help.HelpView;
import dev.sayso.help.Ticket;
import dev.sayso.help.Tickets;
import dev.sayso.platform.web.Words;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** What a person sees at the end: that it is solved, or the person who answers. */
@Component
class Endings {
    private final HelpSessions sessions;
    private final Tickets tickets;
    private final FrontDesk desk;
    private final HelpSettings settings;

    Endings(HelpSessions sessions, Tickets tickets, FrontDesk desk, HelpSettings settings) {
        this.sessions = sessions;
        this.tickets = tickets;
        this.desk = desk;
        this.settings = settings;
    }

    EndingView of(Account account, HelpView step, Words words) {
        var ticket = tickets.find(account, step.session());
        var alone = !isAnybodyThere(account);
        return new EndingView(
                words.say("help.resolved"),
                ticket.map(it -> talk(account, it, alone, words)).orElse(null),
                ticket.isPresent() && (alone || settings.contact() != null)
                        ? report(account, step.session(), words)
                        : null,
                step.rating() == null);
    }

    /** Whether an operator answers who is not the one who asks. */
    boolean isAnybodyThere(Account account) {
        return desk.members().stream()
                .anyMatch(
                        member -> member.operator() && !member.account().id().equals(account.id()));
    }

    private TalkView talk(Account account, Ticket ticket, boolean alone, Words words) {
        return new TalkView(
                stands(account, ticket, words),
                ticket.repliedAt() == null && !ticket.isClosed() && !alone
                        ? waits(account, words)
                        : null,
                ticket.conversation().stream()
                        .map(
                                line ->
                                        new TalkView.Line(
                                                line.kind() == Ticket.Kind.PERSON
                                                        ? words.say("help.talk.you")
                                                        : line.by(),
                                                line.kind() == Ticket.Kind.PERSON,
                                                line.text()))
                        .toList(),
                !ticket.isClosed());
    }

    /** How a ticket stands, as one sentence. */
    static String stands(Account account, Ticket ticket, Words words) {
        var state =
                ticket.isClosed()
                        ? "closed"
                        : ticket.repliedAt() != null
                                ? "answered"
                                : ticket.takenBy() != null ? "taken" : "open";
        return words.say(
                "help.ticket." + state,
                Long.toString(ticket.number()),
                day(account, ticket.openedAt(), words));
    }

    static String day(Account account, String at, Words words) {
        return words.day(Instant.parse(at).atZone(account.zone()).toLocalDate());
    }

    private @Nullable String waits(Account account, Words words) {
        return tickets.expectedWait(account)
                .map(wait -> words.say("help.wait", spoken(wait, words)))
                .orElseGet(() -> words.say("help.wait.unknown"));
    }

    private static String spoken(Duration wait, Words words) {
        var minutes = Math.max(1, wait.toMinutes());
        return minutes < 90
                ? words.say("help.wait.minutes", minutes)
                : words.say("help.wait.hours", Math.round(minutes / 60.0));
    }

    private ReportView report(Account account, String session, Words words) {
        var text = sessions.report(account, session);
        var contact = settings.contact();
        var href =
                contact == null
                        ? ""
                        : settings.isMail()
                                ? "mailto:%s?subject=%s&body=%s"
                                        .formatted(
                                                contact,
                                                encoded(words.say("help.report.subject")),
                                                encoded(text))
                                : contact;
        return new ReportView(text, contact, href);
    }

    /** As addresses of mail have it: a space is no plus there. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

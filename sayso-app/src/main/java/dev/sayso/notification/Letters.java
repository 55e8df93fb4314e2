package dev.sayso.notification;

import dev.sayso.account.Account;
import dev.sayso.ledger.EventForm;
import dev.sayso.ledger.EventId;
import dev.sayso.ledger.EventLog;
import dev.sayso.ledger.StoredEvent;
import dev.sayso.notification.Channel.Type;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.time.Moments;
import dev.sayso.platform.web.Words;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes what a delivery carries, in the words of its account. */
@Component
final class Letters {
    private static final JsonFactory JSON = new JsonFactory();

    private final EventLog log;
    private final Inbox inbox;
    private final Links links;
    private final PublicAddress address;
    private final Readers readers;
    private final Clock clock;

    Letters(
            EventLog log,
            Inbox inbox,
            Links links,
            PublicAddress address,
            Readers readers,
            Clock clock) {
        this.log = log;
        this.inbox = inbox;
        this.links = links;
        this.address = address;
        this.readers = readers;
        this.clock = clock;
    }

    /** The letter; empty when what it carries is gone, or no longer so. */
    Optional<Letter> write(
            Claimed claimed, Account account, Channel channel, @Nullable String code) {
        var words = new Words(account.locale(), account.today(clock));
        if (claimed.notice() != null) {
            return inbox.find(account.id(), claimed.notice())
                    .filter(StoredNotice::isOpen)
                    .map(notice -> notice(claimed, account, channel, notice, words));
        }
        if (claimed.event() != null) {
            var id = new EventId(claimed.event());
            return readers.read(db -> log.find(db, account.id(), id))
                    .map(event -> event(claimed, event, words));
        }
        return Optional.of(test(claimed, code, words));
    }

    private Letter notice(
            Claimed claimed, Account account, Channel channel, StoredNotice stored, Words words) {
        var notice = stored.notice();
        return new Letter(
                claimed.id(),
                "dev.sayso.notification." + notice.kind().wire(),
                notice.subscription(),
                Moments.text(stored.createdAt()),
                words.lang(),
                notice.title(),
                notice.body(),
                json(
                        to -> {
                            to.writeStringProperty("notification_id", stored.id());
                            to.writeStringProperty("kind", notice.kind().wire());
                            to.writeStringProperty("title", notice.title());
                            if (!notice.body().isEmpty()) {
                                to.writeStringProperty("body", notice.body());
                            }
                            if (notice.subscription() != null) {
                                to.writeStringProperty("subscription_id", notice.subscription());
                            }
                            notice.data()
                                    .forEach(
                                            (name, value) -> {
                                                if (!OWN.contains(name)) {
                                                    to.writeStringProperty(name, value);
                                                }
                                            });
                        }),
                channel.type() == Type.WEBHOOK ? List.of() : links(account, stored, words),
                address.to("/inbox"),
                words.say("mail.home"));
    }

    private static final List<String> OWN =
            List.of("notification_id", "kind", "title", "body", "subscription_id");

    private List<Letter.Link> links(Account account, StoredNotice notice, Words words) {
        if (address.to("/") == null || notice.notice().acts().isEmpty()) {
            return List.of();
        }
        return links.mint(account.id(), notice).entrySet().stream()
                .map(
                        link ->
                                new Letter.Link(
                                        words.say("notice.act." + link.getKey()),
                                        String.valueOf(address.to("/acts/" + link.getValue()))))
                .toList();
    }

    private Letter event(Claimed claimed, StoredEvent event, Words words) {
        var subscription = event.subscriptionId();
        return new Letter(
                claimed.id(),
                "dev.sayso.event." + event.event().type().wire().toLowerCase(java.util.Locale.ROOT),
                subscription == null ? null : subscription.value(),
                event.recordedAt(),
                words.lang(),
                event.event().type().wire(),
                "",
                json(to -> EventForm.write(to, event)),
                List.of(),
                null,
                "");
    }

    private Letter test(Claimed claimed, @Nullable String code, Words words) {
        return new Letter(
                claimed.id(),
                "dev.sayso.notification.test",
                null,
                claimed.createdAt(),
                words.lang(),
                words.say(code == null ? "mail.test" : "mail.code", String.valueOf(code)),
                words.say(code == null ? "mail.test.more" : "mail.code.more"),
                json(
                        to -> {
                            to.writeStringProperty("kind", Kind.TEST.wire());
                            if (code != null) {
                                to.writeStringProperty("code", code);
                            }
                        }),
                List.of(),
                address.to("/settings/channels"),
                words.say("mail.home"));
    }

    private static String json(Consumer<JsonGenerator> members) {
        var text = new StringWriter(256);
        try (var to = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            to.writeStartObject();
            members.accept(to);
            to.writeEndObject();
        }
        return text.toString();
    }
}

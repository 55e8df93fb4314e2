package dev.sayso.notification;

import dev.sayso.account.Account;
import dev.sayso.account.Accounts;
import dev.sayso.notification.Channel.Type;
import dev.sayso.notification.Delivery.State;
import dev.sayso.notification.Sender.Sent;
import dev.sayso.platform.sql.OutcomeUnknown;
import dev.sayso.platform.sql.Overloaded;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.StorageFailed;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.web.Words;

import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sends one claimed delivery, outside of any unit, and writes how it ended. */
@Component
final class Post {
    private static final Logger log = LoggerFactory.getLogger(Post.class);

    private final Writer writer;
    private final Readers readers;
    private final SqlDeliveries deliveries;
    private final Notifications notifications;
    private final Letters letters;
    private final Accounts accounts;
    private final Map<Type, Sender> senders;
    private final Clock clock;
    private final MeterRegistry registry;
    private final Backoff backoff = new Backoff(new SecureRandom());

    Post(
            Writer writer,
            Readers readers,
            SqlDeliveries deliveries,
            Notifications notifications,
            Letters letters,
            Accounts accounts,
            List<Sender> senders,
            Clock clock,
            MeterRegistry registry) {
        this.writer = writer;
        this.readers = readers;
        this.deliveries = deliveries;
        this.notifications = notifications;
        this.letters = letters;
        this.accounts = accounts;
        this.senders =
                senders.stream().collect(Collectors.toMap(Sender::type, Function.identity()));
        this.clock = clock;
        this.registry = registry;
    }

    private record Known(
            Account account, Channel channel, @Nullable String secret, @Nullable String code) {}

    void deliver(Claimed claimed) {
        var known = known(claimed);
        if (known.isEmpty()) {
            settle(claimed, null, State.DROPPED, "the channel is gone");
            return;
        }
        deliver(claimed, known.get());
    }

    private Optional<Known> known(Claimed claimed) {
        return readers.read(
                db ->
                        SqlChannels.find(db, claimed.account(), claimed.channel())
                                .map(
                                        channel ->
                                                new Known(
                                                        accounts.get(db, claimed.account()),
                                                        channel,
                                                        SqlChannels.secret(
                                                                        db,
                                                                        claimed.account(),
                                                                        channel.id())
                                                                .orElse(null),
                                                        channel.confirmedAt() != null
                                                                ? null
                                                                : SqlChannels.code(
                                                                                db,
                                                                                claimed.account(),
                                                                                channel.id())
                                                                        .orElse(null))));
    }

    private void deliver(Claimed claimed, Known known) {
        var quietUntil = quietUntil(claimed, known);
        if (quietUntil.isPresent()) {
            postpone(claimed, quietUntil.get());
            return;
        }
        var sent = send(claimed, known);
        switch (sent) {
            case Sent.Done() -> settle(claimed, known, State.SENT, "sent");
            case Sent.Gone() ->
                    settle(claimed, known, State.DROPPED, "what it was about is no longer so");
            case Sent.Later(var pause) -> postpone(claimed, clock.instant().plus(pause));
            case Sent.Failed failed -> failed(claimed, known, failed);
        }
    }

    private Sent send(Claimed claimed, Known known) {
        var channel = known.channel();
        var sender = senders.get(channel.type());
        if (sender == null) {
            throw new IllegalStateException("nothing sends to " + channel.type());
        }
        try {
            return letters.write(claimed, known.account(), channel, known.code())
                    .map(letter -> sender.send(channel, known.secret(), letter))
                    .orElseGet(Sent.Gone::new);
        } catch (Overloaded | StorageFailed | OutcomeUnknown e) {
            throw e; // the lease ends by itself, and it is tried again
        } catch (RuntimeException e) {
            // a fault of ours in this one must not keep it for ever; its text may quote a person
            log.error("a delivery could not be written: {}", e.getClass().getName());
            return new Sent.Failed("a fault of Sayso itself", false, null);
        }
    }

    private void failed(Claimed claimed, Known known, Sent.Failed failed) {
        // what is not known to be theirs gets one message, not nine
        boolean once = failed.forGood() || known.channel().confirmedAt() == null;
        var wait = once ? Optional.<Duration>empty() : backoff.after(claimed.round());
        if (wait.isEmpty()) {
            settle(claimed, known, State.DEAD, failed.result());
            return;
        }
        var asked = failed.retryAfter();
        var longer = asked != null && asked.compareTo(wait.get()) > 0 ? asked : wait.get();
        write(claimed, State.PENDING, clock.instant().plus(longer), failed.result(), null);
        count(known.channel().type().wire(), "failed");
    }

    private void postpone(Claimed claimed, Instant until) {
        writer.writeInBackground(
                db -> {
                    deliveries.postpone(db, claimed, until);
                    return true;
                });
    }

    private void settle(Claimed claimed, @Nullable Known known, State state, String result) {
        var notice = known != null && state == State.DEAD ? failure(claimed, known) : null;
        write(claimed, state, clock.instant(), result, notice);
        count(known == null ? "none" : known.channel().type().wire(), state.wire());
    }

    private void write(
            Claimed claimed, State state, Instant next, String result, @Nullable Notice notice) {
        writer.writeInBackground(
                db -> {
                    boolean settled = deliveries.settle(db, claimed, state, next, result);
                    if (settled && notice != null) {
                        notifications.enqueue(db, notice);
                    }
                    return settled;
                });
    }

    /** What a person is told of a channel that fails, once a day; never of the telling itself. */
    private @Nullable Notice failure(Claimed claimed, Known known) {
        if (claimed.kind().equals(Kind.CHANNEL_FAILED.wire())
                || claimed.kind().equals(Kind.TEST.wire())) {
            return null;
        }
        var account = known.account();
        var today = account.today(clock);
        var words = new Words(account.locale(), today);
        return new Notice(
                account.id(),
                "channel_failed:" + known.channel().id() + ":" + today,
                Kind.CHANNEL_FAILED,
                null,
                words.say("notice.channel_failed." + known.channel().type().wire()),
                words.say("notice.channel_failed.more"),
                Map.of("channel_id", known.channel().id()),
                List.of());
    }

    private Optional<Instant> quietUntil(Claimed claimed, Known known) {
        var quiet = known.channel().quiet();
        if (quiet == null || claimed.notice() == null) {
            return Optional.empty();
        }
        var now = clock.instant().atZone(known.account().zone());
        if (!quiet.covers(now.toLocalTime())) {
            return Optional.empty();
        }
        var end = now.with(quiet.until());
        return Optional.of((end.isAfter(now) ? end : end.plusDays(1)).toInstant());
    }

    private void count(String channel, String ending) {
        registry.counter("sayso.deliveries", "channel", channel, "ending", ending).increment();
    }
}

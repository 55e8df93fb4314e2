package dev.sayso.notification;

import dev.sayso.account.Account;
import dev.sayso.account.AccountId;
import dev.sayso.notification.Channel.Quiet;
import dev.sayso.notification.Channel.Type;
import dev.sayso.platform.outbound.MailAddress;
import dev.sayso.platform.outbound.Mailer;
import dev.sayso.platform.outbound.Targets;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.time.Ids;
import dev.sayso.platform.web.Words;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The channels of an account. What an operator adds is used at once; what another account adds gets
 * nothing but a code, once a day, until the code is given back, so that nobody can have Sayso write
 * to somebody else.
 */
@Component
public final class Channels {
    /** How many an account may have. */
    public static final int MOST = 20;

    private static final Pattern TOPIC = Pattern.compile("[-_A-Za-z0-9]{1,64}");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int TRIES = 5;
    private static final int MOST_CODES = 5; // of an account in a day
    private static final int SECRET_BYTES = 32;
    private static final int CODES = 1_000_000;

    private final Writer writer;
    private final Readers readers;
    private final SqlDeliveries deliveries;
    private final SqlNotices notices;
    private final Targets targets;
    private final Mailer mailer;
    private final Clock clock;
    private final Ids ids;
    private final RandomGenerator random = new SecureRandom();

    Channels(
            Writer writer,
            Readers readers,
            SqlDeliveries deliveries,
            SqlNotices notices,
            Targets targets,
            Mailer mailer,
            Clock clock,
            Ids ids) {
        this.writer = writer;
        this.readers = readers;
        this.deliveries = deliveries;
        this.notices = notices;
        this.targets = targets;
        this.mailer = mailer;
        this.clock = clock;
        this.ids = ids;
    }

    /** What a person gave for a new one; {@code target} is an address of mail or of the web. */
    public record Wish(String kind, String target, @Nullable String topic) {}

    /**
     * A new one.
     *
     * @param secret what a webhook's messages are signed with; it is shown this once
     */
    public record Added(Channel channel, @Nullable String secret) {}

    /** How a test began. */
    public enum Tested {
        ON_ITS_WAY,
        /** It is not confirmed, and the code of today was sent. */
        TOO_SOON,
        UNKNOWN
    }

    /** How a confirmation ended. */
    public enum Confirmed {
        DONE,
        WRONG,
        /** Too many wrong ones came, or the code is a day old. */
        OVER,
        UNKNOWN
    }

    /** Whether mail can be sent from here. */
    public boolean hasMail() {
        return mailer.isOn();
    }

    /**
     * Adds one; to one that is yet to be confirmed its code is sent.
     *
     * @param trusted whether it is an operator's
     * @throws IllegalArgumentException when it cannot be one
     */
    public Added add(AccountId account, boolean trusted, Wish wish) {
        var type = Type.of(wish.kind());
        var target = target(type, wish.target().strip());
        var topic = type == Type.NTFY ? topic(wish.topic()) : null;
        var secret = type == Type.WEBHOOK ? mint() : null;
        var now = clock.instant();
        var channel =
                new Channel(
                        ids.next(),
                        account,
                        type,
                        target,
                        topic,
                        new LinkedHashSet<>(Channel.choices(type)),
                        null,
                        now,
                        trusted ? now : null);
        writer.write(
                db -> {
                    if (SqlChannels.count(db, account) >= MOST) {
                        throw new IllegalArgumentException(
                                "there are " + MOST + " channels already; remove one first");
                    }
                    SqlChannels.insert(db, channel, secret);
                    return true;
                });
        if (!trusted) {
            var unused = test(account, channel.id()); // where it may be sent none just now, later
        }
        return new Added(channel, secret);
    }

    private String target(Type type, String text) {
        if (type != Type.EMAIL) {
            return targets.of("url", text).toString();
        }
        if (!MailAddress.isOne(text)) {
            throw new IllegalArgumentException(
                    "to is no single address of mail; give one such as asha@example.org");
        }
        if (!mailer.isOn()) {
            throw new IllegalArgumentException(
                    "no mail can be sent from here; whoever runs Sayso sets a server by"
                            + " sayso.mail.host");
        }
        return text;
    }

    private static String topic(@Nullable String text) {
        if (text == null || !TOPIC.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "topic has 1 to 64 letters, digits, - and _; choose one that nobody guesses");
        }
        return text;
    }

    private String mint() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Signature.PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    public List<Channel> of(AccountId account) {
        return readers.read(db -> SqlChannels.of(db, account, MOST));
    }

    public Optional<Channel> find(AccountId account, String id) {
        return readers.read(db -> SqlChannels.find(db, account, id));
    }

    /** Removes it, with what is on its way there; false when the account has none of that id. */
    public boolean remove(AccountId account, String id) {
        return writer.write(
                db -> {
                    deliveries.drop(db, account, id);
                    return SqlChannels.remove(db, account, id);
                });
    }

    /**
     * Sets what goes there and when nothing does.
     *
     * @return empty when the account has none of that id
     * @throws IllegalArgumentException for a kind that there is not
     */
    public Optional<Channel> choose(
            AccountId account, String id, Set<String> kinds, @Nullable Quiet quiet) {
        return writer.write(
                db -> {
                    var channel = SqlChannels.find(db, account, id);
                    channel.ifPresent(
                            it ->
                                    SqlChannels.choose(
                                            db,
                                            account,
                                            id,
                                            Channel.checked(it.type(), kinds),
                                            quiet));
                    return SqlChannels.find(db, account, id);
                });
    }

    /** Sends a test there; where it is yet to be confirmed, its code, once a day. */
    public Tested test(AccountId account, String id) {
        var code = "%06d".formatted(random.nextInt(CODES));
        var delivery = ids.next();
        var now = clock.instant();
        return writer.write(
                db -> {
                    var channel = SqlChannels.find(db, account, id);
                    if (channel.isEmpty()) {
                        return Tested.UNKNOWN;
                    }
                    if (channel.get().confirmedAt() == null
                            && !(SqlChannels.mayWriteTo(
                                            db,
                                            account,
                                            digest(channel.get()),
                                            MOST_CODES,
                                            now,
                                            now.minus(DAY))
                                    && SqlChannels.sendCode(
                                            db, account, id, code, now, now.minus(DAY)))) {
                        return Tested.TOO_SOON;
                    }
                    deliveries.insertTest(db, account, id, delivery);
                    return Tested.ON_ITS_WAY;
                });
    }

    /**
     * Tells a test in the inbox, and sends one to each confirmed channel; under a key that came
     * before it does nothing.
     */
    public void testAll(Account account, String key) {
        var words = new Words(account.locale(), account.today(clock));
        var notice =
                new Notice(
                        account.id(),
                        "test:" + key,
                        Kind.TEST,
                        null,
                        words.say("mail.test"),
                        words.say("mail.test.inbox"),
                        Map.of(),
                        List.of());
        var sent = new LinkedHashMap<String, String>();
        of(account.id()).stream()
                .filter(channel -> channel.confirmedAt() != null)
                .forEach(channel -> sent.put(channel.id(), ids.next()));
        writer.write(
                db -> {
                    if (notices.insert(db, notice).isPresent()) {
                        sent.forEach(
                                (channel, id) ->
                                        deliveries.insertTest(db, account.id(), channel, id));
                    }
                    return true;
                });
    }

    /** Whom a channel reaches: a mailbox, or a host, whatever the rest of its address is. */
    private static String digest(Channel channel) {
        var whom =
                channel.type() == Type.EMAIL
                        ? channel.target()
                        : String.valueOf(URI.create(channel.target()).getRawAuthority());
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(
                                            whom.toLowerCase(Locale.ROOT)
                                                    .getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Confirms it by the code that was sent there. */
    public Confirmed confirm(AccountId account, String id, String code) {
        var now = clock.instant();
        return writer.write(
                db -> {
                    var channel = SqlChannels.find(db, account, id);
                    if (channel.isEmpty()) {
                        return Confirmed.UNKNOWN;
                    }
                    if (channel.get().confirmedAt() != null) {
                        return Confirmed.DONE;
                    }
                    var sent = SqlChannels.tryCode(db, account, id, TRIES, now.minus(DAY));
                    if (sent.isEmpty()) {
                        return Confirmed.OVER;
                    }
                    if (!MessageDigest.isEqual(
                            sent.get().getBytes(StandardCharsets.UTF_8),
                            code.strip().getBytes(StandardCharsets.UTF_8))) {
                        return Confirmed.WRONG;
                    }
                    SqlChannels.confirm(db, account, id, now);
                    return Confirmed.DONE;
                });
    }
}

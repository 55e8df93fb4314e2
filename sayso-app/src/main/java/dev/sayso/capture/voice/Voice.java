package dev.sayso.capture.voice;

import dev.sayso.account.Account;
import dev.sayso.capture.Captures;
import dev.sayso.capture.Incoming;
import dev.sayso.catalogue.Catalogue;
import dev.sayso.language.Outcome;
import dev.sayso.language.Source;
import dev.sayso.language.Turn;
import dev.sayso.platform.sql.Overloaded;
import dev.sayso.platform.web.Idempotency;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Takes what is spoken: hears it, and then it goes the way of all that is said. What was not heard
 * for certain is asked and never recorded by itself.
 */
public final class Voice {
    /** How large a recording may be, in bytes. */
    static final int MOST = 10 * 1024 * 1024;

    /** How many are in memory at once. */
    private static final int AT_ONCE = 4;

    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Transcriber transcriber;
    private final Captures captures;
    private final Catalogue catalogue;
    private final Timer heard;

    Voice(Transcriber transcriber, Captures captures, Catalogue catalogue, MeterRegistry registry) {
        this.transcriber = transcriber;
        this.captures = captures;
        this.catalogue = catalogue;
        this.heard =
                Timer.builder("sayso.voice.heard")
                        .description("the time it takes to hear a recording")
                        .register(registry);
    }

    /**
     * What was heard, and what became of it.
     *
     * @param trusted whether it was heard for certain
     */
    public record Spoken(String transcript, boolean trusted, Captures.Taken taken) {}

    /** Why nothing can be heard here, as a sentence; empty when it can. */
    public Optional<String> whyOff() {
        return transcriber.whyOff();
    }

    /** What makes the same recording sent twice one capture. */
    public interface Keyed {
        Idempotency.@Nullable Key of(byte[] file);
    }

    /**
     * Takes a recording, of which it reads no more than {@link #MOST} bytes.
     *
     * @throws UnreadableClip for what is no recording of a format that is taken
     * @throws NotHeard when no words were in it
     * @throws VoiceOff when nothing can be heard here
     * @throws Overloaded when too many are heard already
     */
    public Spoken take(Account account, Keyed key, InputStream recording) throws IOException {
        whyOff().ifPresent(
                        why -> {
                            throw new VoiceOff(why, null);
                        });
        if (!room.tryAcquire()) {
            throw new Overloaded("too many recordings are heard just now; send it again");
        }
        try {
            var file = recording.readNBytes(MOST + 1);
            if (file.length > MOST) {
                throw UnreadableClip.tooLarge();
            }
            return take(account, key.of(file), file);
        } finally {
            room.release();
        }
    }

    private Spoken take(Account account, Idempotency.@Nullable Key key, byte[] file) {
        var clip = Clips.read(file);
        var understanding = captures.understanding(account);
        var senses = new Senses(catalogue, understanding.known());
        var words =
                heard.record(
                        () ->
                                transcriber.hear(
                                        clip,
                                        new Transcriber.Expected(
                                                understanding.known(),
                                                account.locale(),
                                                account.currency(),
                                                text ->
                                                        senses.of(
                                                                understanding
                                                                        .parse()
                                                                        .apply(spoken(text))))));
        if (words == null || words.text().isBlank()) {
            throw NotHeard.nothing();
        }
        var incoming = spoken(words.text());
        if (!words.trusted()
                && understanding.parse().apply(incoming)
                        instanceof Outcome.Recorded(_, _, Turn turn)
                && turn == Turn.CORRECTS) {
            throw NotHeard.unsure(words.text());
        }
        return new Spoken(
                words.text(),
                words.trusted(),
                captures.take(account, key, incoming, words.trusted()));
    }

    private static Incoming spoken(String text) {
        return new Incoming(text, Source.VOICE, null, null);
    }
}

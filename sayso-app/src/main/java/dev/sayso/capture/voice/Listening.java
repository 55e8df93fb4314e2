package dev.sayso.capture.voice;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides what was said, and whether it may be recorded unasked. Told what to expect, a recogniser
 * finds it in any sound. So its words are taken unasked only where it is confident of them, where
 * what they name is known, and where no sentence that scores nearly as well says something else
 * ("sixty", "sixteen"). Stateless.
 */
final class Listening {
    /** From here on the words are taken as they are. */
    private static final double CONFIDENT = 0.90;

    /** Less is enough where a pass that expects nothing is no more confident of other words. */
    private static final double SENSIBLE = 0.75;

    /** How far below the best one a sentence may score and still be what was said. */
    private static final double NEAR = 3;

    /** How far below it may score and still have heard a number better. */
    private static final double CLOSE = 1.5;

    private static final Set<String> NUMBERS = SpokenNumbers.words();

    private final Recogniser recogniser;

    Listening(Recogniser recogniser) {
        this.recogniser = recogniser;
    }

    /**
     * What a text would be understood as.
     *
     * @param meaning equal for two texts that say the same
     */
    record Sense(Level level, String meaning) {
        enum Level {
            NONE,
            /** Something whole, about something that nobody knows by that name. */
            COMPLETE,
            /** Something whole about what is known. */
            FAMILIAR
        }
    }

    private record Candidate(String text, double below, Sense sense) {}

    Heard hear(Clip clip, List<String> phrases, Function<String, Sense> understand)
            throws IOException {
        if (clip.isSilent()) {
            return Heard.NOTHING;
        }
        var expected = recogniser.alternatives(clip, phrases);
        var near = near(expected, understand);
        if (near.isEmpty()) {
            return Heard.NOTHING;
        }
        var familiar = first(near, Sense.Level.FAMILIAR);
        if (familiar != null && isUnrivalled(familiar, near)) {
            double confidence = recogniser.best(clip, phrases).confidence();
            if (confidence >= CONFIDENT) {
                return new Heard(familiar.text, true);
            }
            var open = recogniser.open(clip);
            return confidence >= SENSIBLE && confidence >= open.confidence()
                    ? new Heard(familiar.text, true)
                    : unsure(near, open, understand);
        }
        return unsure(near, recogniser.open(clip), understand);
    }

    private static List<Candidate> near(Hearing hearing, Function<String, Sense> understand) {
        double best =
                hearing.alternatives().isEmpty() ? 0 : hearing.alternatives().getFirst().score();
        return hearing.alternatives().stream()
                .filter(it -> it.score() >= best - NEAR)
                .map(it -> candidate(it, best, understand))
                .filter(it -> !it.text.isEmpty())
                .toList();
    }

    private static Candidate candidate(
            Hearing.Alternative it, double best, Function<String, Sense> understand) {
        var text = withoutUnknown(it.text());
        return new Candidate(text, best - it.score(), understand.apply(text));
    }

    private static @Nullable Candidate first(List<Candidate> candidates, Sense.Level level) {
        return candidates.stream()
                .filter(it -> it.sense.level().compareTo(level) >= 0)
                .findFirst()
                .orElse(null);
    }

    /** Whether no other says something else, or, close by, has other numbers. */
    private static boolean isUnrivalled(Candidate one, List<Candidate> near) {
        return near.stream()
                .allMatch(
                        it ->
                                (it.sense.level() != Sense.Level.FAMILIAR
                                                || it.sense.meaning().equals(one.sense.meaning()))
                                        && (it.below > CLOSE
                                                || numbers(it.text).equals(numbers(one.text))));
    }

    private static List<String> numbers(String text) {
        return Arrays.stream(text.split(" ")).filter(NUMBERS::contains).toList();
    }

    /** What is shown and asked: what makes sense, first by the expected words, then by all. */
    private static Heard unsure(
            List<Candidate> near, Hearing open, Function<String, Sense> understand) {
        var familiar = first(near, Sense.Level.FAMILIAR);
        if (familiar != null) {
            return new Heard(familiar.text, false);
        }
        if (understand.apply(open.best()).level() != Sense.Level.NONE) {
            return new Heard(open.best(), false);
        }
        var complete = first(near, Sense.Level.COMPLETE);
        return new Heard(
                complete != null
                        ? complete.text
                        : open.best().isEmpty() ? near.getFirst().text : open.best(),
                false);
    }

    private static String withoutUnknown(String text) {
        return text.replace("[unk]", " ").replaceAll("\\s+", " ").strip();
    }
}

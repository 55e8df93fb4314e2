package dev.sayso.capture.voice;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Turns a clip into text. Called by many at once; each call ends within a time of its own. */
interface Transcriber {
    /** Why it cannot work now, as a sentence for who hosts it; empty when it can. */
    Optional<String> whyOff();

    /**
     * @throws dev.sayso.platform.sql.Overloaded when too many wait
     */
    Heard hear(Clip clip, Expected expected);

    /**
     * What the one who speaks is likely to say.
     *
     * @param own the names of what they have
     * @param understand what a text would be understood as
     */
    record Expected(
            List<String> own,
            Locale locale,
            Currency currency,
            Function<String, Listening.Sense> understand) {
        public Expected {
            own = List.copyOf(own);
        }
    }
}

package dev.sayso.capture.voice;

import java.io.IOException;
import java.util.List;

/** Turns sound into words, in passes of which each costs a share of the sound's length. */
interface Recogniser {
    /** The sentences that it may be, by the phrases that are expected. */
    Hearing alternatives(Clip clip, List<String> phrases) throws IOException;

    /** The likeliest of them alone, with its confidence. */
    Hearing best(Clip clip, List<String> phrases) throws IOException;

    /** What it is with nothing expected: words of all kinds. */
    Hearing open(Clip clip) throws IOException;
}

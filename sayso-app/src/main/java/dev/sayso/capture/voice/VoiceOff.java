package dev.sayso.capture.voice;

import org.jspecify.annotations.Nullable;

/** Nothing can be heard here; the text says why, and what switches it on. */
public final class VoiceOff extends RuntimeException {
    VoiceOff(String why, @Nullable Throwable cause) {
        super(why, cause, false, false);
    }
}

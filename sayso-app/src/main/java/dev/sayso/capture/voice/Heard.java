package dev.sayso.capture.voice;

/**
 * What was said.
 *
 * @param text empty when nothing was
 * @param trusted whether what it says may be recorded unasked
 */
record Heard(String text, boolean trusted) {
    static final Heard NOTHING = new Heard("", false);

    Heard written(SpokenNames names) {
        return new Heard(names.written(text), trusted);
    }
}

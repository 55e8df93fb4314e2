package dev.sayso.capture.voice;

import java.util.List;

/**
 * What one pass of a recogniser heard.
 *
 * @param alternatives best first; empty when it heard nothing
 * @param confidence the mean of its words', from 0 to 1; 0 where the pass gives none
 */
record Hearing(List<Alternative> alternatives, double confidence) {
    static final Hearing NOTHING = new Hearing(List.of(), 0);

    Hearing {
        alternatives = List.copyOf(alternatives);
    }

    /** One of the sentences that it may have been, with a score that only ranks them. */
    record Alternative(String text, double score) {}

    String best() {
        return alternatives.isEmpty() ? "" : alternatives.getFirst().text();
    }
}

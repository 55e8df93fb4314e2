package dev.sayso.capture.web;

import dev.sayso.platform.web.Words;

import java.util.List;

/**
 * The box, what was understood below it, and on the first day sentences to try.
 *
 * @param earlier those whose questions are open, newest first
 * @param status what a screen reader is told now
 * @param offline what stands there when the server does not answer
 */
public record SayView(
        Words words,
        BoxView box,
        List<NoteView> notes,
        List<NoteView> earlier,
        List<Said> tries,
        String status,
        NoteView offline) {
    public SayView {
        notes = List.copyOf(notes);
        earlier = List.copyOf(earlier);
        tries = List.copyOf(tries);
    }

    /** How many questions are open besides the one that is shown. */
    public String earlierCount() {
        return earlier.size() == 1
                ? words.say("earlier.one")
                : words.say("earlier.many", earlier.size());
    }
}

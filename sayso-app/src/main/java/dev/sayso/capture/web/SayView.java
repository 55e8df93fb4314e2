package dev.sayso.capture.web;

import dev.sayso.platform.web.Words;

import java.util.List;

/**
 * The box, what was understood below it, and on the first day sentences to try.
 *
 * @param status what a screen reader is told now
 * @param offline what stands there when the server does not answer
 */
public record SayView(
        Words words,
        BoxView box,
        List<NoteView> notes,
        List<Said> tries,
        String status,
        NoteView offline) {
    public SayView {
        notes = List.copyOf(notes);
        tries = List.copyOf(tries);
    }
}

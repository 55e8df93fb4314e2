package dev.sayso.capture;

import java.util.List;
import java.util.Map;

/**
 * The question put to the person.
 *
 * @param field what it is about: a field of the contract, {@code type} or {@code confirm}
 */
public record Ask(String field, String text, List<Option> choices) {
    public Ask {
        choices = List.copyOf(choices);
    }

    /** One of its answers: the words that a person taps, and what is sent back for them. */
    public record Option(String text, Map<String, String> answer) {
        public Option {
            answer = Map.copyOf(answer);
        }
    }
}

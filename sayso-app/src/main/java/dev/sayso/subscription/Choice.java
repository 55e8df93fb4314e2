package dev.sayso.subscription;

import java.util.List;
import java.util.Map;

/**
 * One of the answers that a question offers.
 *
 * @param key of the sentence that a person reads
 * @param arguments of that sentence
 * @param answer what is sent back when it is chosen: fields of the contract, or {@code leave}
 */
public record Choice(String key, List<Object> arguments, Map<String, String> answer) {
    static final Choice LEAVE = new Choice("choice.leave", List.of(), Map.of("leave", "true"));

    public Choice {
        arguments = List.copyOf(arguments);
        answer = Map.copyOf(answer);
    }
}

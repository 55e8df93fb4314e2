package dev.sayso.capture.web;

import dev.sayso.capture.Answer;
import dev.sayso.capture.Incoming;
import dev.sayso.event.Field;
import dev.sayso.language.Source;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The answers of the page's chips. A chip sends what it means and not its number, so that a second
 * tap cannot answer the next question.
 */
final class AnswerForm {
    private static final String TEXT = "text";
    private static final String CHIP = "answer";

    private AnswerForm() {}

    /** What a chip sends for the answer. */
    static String value(Map<String, String> answer) {
        return new TreeMap<>(answer)
                .entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /**
     * The answer that a form sent.
     *
     * @throws IllegalArgumentException when there is none in it
     */
    static Answer read(Map<String, String> form) {
        var text = form.get(TEXT);
        if (text != null) {
            return Answer.of(new Incoming(text, Source.TYPED, null, null));
        }
        var chip = form.get(CHIP);
        return Answer.of(chip == null ? fields(form) : pairs(chip));
    }

    private static Map<String, String> fields(Map<String, String> form) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : Field.values()) {
            var value = form.get(field.wire());
            if (value != null) {
                fields.put(field.wire(), value);
            }
        }
        return fields;
    }

    private static Map<String, String> pairs(String value) {
        var pairs = new LinkedHashMap<String, String>();
        for (var pair : value.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at < 1) {
                throw new IllegalArgumentException("answer is not of the form field=value");
            }
            pairs.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
        }
        return pairs;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

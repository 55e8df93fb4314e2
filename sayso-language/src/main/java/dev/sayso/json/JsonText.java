package dev.sayso.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one whole JSON text strictly and within bounds, or says what is wrong with it. */
final class JsonText {
    static final int MAX_LENGTH = 1_000_000;
    static final int MAX_DEPTH = 32;
    static final int MAX_DIGITS = 40;

    static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    // bounded by MAX_LENGTH before, and by our own words below
                                    .maxStringLength(MAX_LENGTH)
                                    .maxNameLength(MAX_LENGTH)
                                    .maxNumberLength(MAX_LENGTH)
                                    .maxNestingDepth(MAX_DEPTH + 1)
                                    .build())
                    .build();

    private JsonText() {}

    static String utf8(byte[] bytes) {
        if (bytes.length > 4 * MAX_LENGTH) {
            throw tooLong(bytes.length + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "the bytes are not UTF-8; send the JSON in that encoding", e);
        }
    }

    static Json read(String json) {
        if (json.length() > MAX_LENGTH) {
            throw tooLong(json.length() + " characters");
        }
        // some editors put a byte order mark first, and a parser may pass over it (RFC 8259, 8.1)
        var text = json.startsWith("\uFEFF") ? json.substring(1) : json;
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw new IllegalArgumentException("nothing came; a JSON object was expected");
            }
            var value = value(parser, 1);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException(
                        "more JSON follows the first value; give one object alone");
            }
            return value;
        } catch (UnexpectedEndOfInputException e) {
            throw new IllegalArgumentException(
                    "the JSON ends too early; a closing bracket, brace or quotation mark is"
                            + " missing",
                    e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(malformed(text, e), e);
        }
    }

    private static Json value(JsonParser parser, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException(
                    "the JSON is nested deeper than " + MAX_DEPTH + " levels; give it flatter");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> new Json.Members(members(parser, depth));
            case START_ARRAY -> new Json.Items(items(parser, depth));
            case VALUE_STRING -> new Json.Text(whole(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Numeral(digits(parser));
            case VALUE_TRUE -> new Json.Truth(true);
            case VALUE_FALSE -> new Json.Truth(false);
            case VALUE_NULL -> new Json.Nothing();
            default -> throw new IllegalStateException("no value at " + parser.currentToken());
        };
    }

    private static Map<String, Json> members(JsonParser parser, int depth) {
        var members = new LinkedHashMap<String, Json>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = whole(parser.currentName());
            parser.nextToken();
            if (members.put(name, value(parser, depth + 1)) != null) {
                throw new IllegalArgumentException(
                        Quoted.of(name) + " is given twice; give it once");
            }
        }
        return members;
    }

    private static List<Json> items(JsonParser parser, int depth) {
        var items = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, depth + 1));
        }
        return items;
    }

    private static String digits(JsonParser parser) {
        int length = parser.getStringLength();
        if (length > MAX_DIGITS) {
            throw new IllegalArgumentException(
                    "a number has " + length + " characters; give at most " + MAX_DIGITS);
        }
        return parser.getString();
    }

    /** Half a character is no text, and would be lost or refused by whatever stores it. */
    private static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                throw new IllegalArgumentException(
                        "a text holds half a character (a lone surrogate at its place "
                                + i
                                + "); send the whole character or leave it out");
            }
            i++;
        }
        return text;
    }

    private static String malformed(String text, JacksonException e) {
        var at = e.getLocation();
        if (at == null) {
            return "this is not JSON; an object such as {\"text\": \"…\"} was expected";
        }
        int start = (int) Math.clamp(at.getCharOffset() - 1, 0, Math.max(0, text.length() - 1));
        var near = text.substring(start, Math.min(text.length(), start + 12));
        return "this is not JSON at line "
                + at.getLineNr()
                + ", column "
                + at.getColumnNr()
                + ", near "
                + Quoted.of(near)
                + "; an object such as {\"text\": \"…\"} was expected";
    }

    private static IllegalArgumentException tooLong(String size) {
        return new IllegalArgumentException(
                "the JSON has " + size + "; give at most " + MAX_LENGTH + " characters");
    }
}

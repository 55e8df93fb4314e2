package dev.sayso.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.event.Field;
import dev.sayso.language.Draft;
import dev.sayso.language.Message;
import dev.sayso.language.Outcome;
import dev.sayso.language.Parser;
import dev.sayso.language.Source;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What must not change what is understood, over every row of the corpus. */
class PropertyTests {
    private static final Path CORPUS = Path.of("src/test/resources/corpus");

    /** Of two names that nobody knows, capitals alone tell which is the service. */
    private static final Set<String> TOLD_BY_CAPITALS =
            Set.of("paying Apna Vidyalaya 5000 yearly for placement course");

    /** Another way to write the same. */
    enum Change {
        NOTHING(text -> text),
        SPACES_AROUND(text -> "  " + text + " \t "),
        SPACES_WITHIN(text -> text.replace(" ", "  ")),
        HARD_SPACES(text -> text.replace(' ', '\u00a0')),
        LINE_END(text -> text + "\n"),
        FULL_STOP(text -> endsInALetter(text) ? text + "." : text),
        EXCLAMATION(text -> endsInALetter(text) ? text + "!!" : text),
        DOTS(text -> endsInALetter(text) ? text + "…" : text),
        SMALL_LETTERS(text -> text.toLowerCase(Locale.ROOT)),
        CAPITALS(text -> text.toUpperCase(Locale.ROOT)),
        INVISIBLE_MARKS(text -> "\u200e" + text + "\u200f");

        private final UnaryOperator<String> change;

        Change(UnaryOperator<String> change) {
            this.change = change;
        }

        String of(String text) {
            return change.apply(text);
        }

        /** Where banks write, capitals tell the merchant; nobody types like that. */
        boolean isFor(Message message) {
            return this != SMALL_LETTERS && this != CAPITALS
                    || isAPersons(message.source()) && !TOLD_BY_CAPITALS.contains(message.text());
        }

        private static boolean isAPersons(Source source) {
            return source == Source.TYPED || source == Source.VOICE;
        }

        private static boolean endsInALetter(String text) {
            return !text.isEmpty() && Character.isLetter(text.charAt(text.length() - 1));
        }
    }

    private static List<Message> corpus(Change change) {
        try (var files = Files.walk(CORPUS)) {
            var messages = new ArrayList<Message>();
            for (var file : files.filter(PropertyTests::isEnglish).sorted().toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .map(ContractJson::readLabelled)
                        .filter(change::isFor)
                        .forEach(messages::add);
            }
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEnglish(Path file) {
        return file.toString().endsWith(".jsonl") && !file.toString().contains("/it/");
    }

    @ParameterizedTest
    @EnumSource
    void changesNothing(Change change) {
        var changed = new TreeMap<String, String>();
        for (var message : corpus(change)) {
            var text = change.of(message.text());
            var before = understood(Parser.standard().parse(message));
            var after = understood(Parser.standard().parse(with(message, text)));
            if (!before.equals(after)) {
                changed.put(text, before + "\n      then " + after);
            }
        }

        assertThat(changed).isEmpty();
    }

    private static Message with(Message message, String text) {
        return new Message(
                text,
                message.source(),
                message.locale(),
                message.currency(),
                message.now(),
                message.known(),
                message.aliases(),
                message.previous());
    }

    /** The outcome without places, names without their case, and how sure it is: case may tell. */
    private static String understood(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded(var readings, var drafts, var turn) ->
                    "recorded "
                            + readings.stream().map(Draft::of).map(PropertyTests::values).toList()
                            + drafts.stream().map(PropertyTests::values).toList()
                            + turn;
            case Outcome.NeedsInput(var drafts, var turn) ->
                    "needs " + drafts.stream().map(PropertyTests::values).toList() + turn;
            case Outcome.Query(var question) -> question.toString();
            case Outcome.Help(var topic) -> "help " + topic;
            case Outcome.Ignored(var reason, var drafts) -> "ignored " + reason;
        };
    }

    private static String values(Draft draft) {
        Map<Field, Object> values = new TreeMap<>(draft.values());
        values.computeIfPresent(
                Field.NAME, (field, name) -> name.toString().toLowerCase(Locale.ROOT));
        return draft.type() + " " + values;
    }
}

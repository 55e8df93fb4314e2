package dev.sayso.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.language.Message;
import dev.sayso.language.Outcome;
import dev.sayso.language.Parser;
import dev.sayso.language.Reason;
import dev.sayso.language.Source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Each clause of the capture contract has rows that fail when it is broken: {@code
 * corpus/contract/rules.txt} lists the clauses, {@code rows.jsonl} the rows, tagged with them.
 */
class ContractTests {
    private static final String FOLDER = "/corpus/contract/";

    /** A clause, and what of a message it leans on ("" if on the text alone). */
    private record Clause(String name, String leansOn) {
        @Override
        public String toString() {
            return name;
        }
    }

    private record Row(String line, Message message, LabelledRow expected) {
        static Row of(String line) {
            return new Row(
                    line, ContractJson.readLabelled(line), LabelledRow.of(JsonText.read(line)));
        }

        boolean isMetBy(Outcome outcome) {
            var read = JsonText.read(ContractJson.write(outcome));
            return expected.isMetBy(LabelledRow.outcome(read))
                    && JsonText.read(line) instanceof Json.Members(var row)
                    && saysTheSame(row.get("expect"), read);
        }

        /** What labelled data need not compare and the contract says all the same. */
        private static boolean saysTheSame(Json expect, Json read) {
            if (!(expect instanceof Json.Members(var wanted))
                    || !(read instanceof Json.Members(var got))) {
                return false;
            }
            return List.of("reason", "query", "answers").stream()
                            .allMatch(key -> holds(wanted, got, key))
                    && eachOf("events", wanted, got, "replaces", "sure")
                    && eachOf("drafts", wanted, got, "type", "name", "cost");
        }

        private static boolean eachOf(
                String list, Map<String, Json> wanted, Map<String, Json> got, String... keys) {
            if (!(wanted.get(list) instanceof Json.Items(var expected)) || expected.isEmpty()) {
                return true;
            }
            if (!(got.get(list) instanceof Json.Items(var read))
                    || read.size() != expected.size()) {
                return false;
            }
            for (int i = 0; i < expected.size(); i++) {
                for (var key : keys) {
                    if (!holds(members(expected.get(i)), members(read.get(i)), key)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private static Map<String, Json> members(Json json) {
            return json instanceof Json.Members(var members) ? members : Map.of();
        }

        private static boolean holds(Map<String, Json> wanted, Map<String, Json> got, String key) {
            return !wanted.containsKey(key) || wanted.get(key).equals(got.get(key));
        }
    }

    private static List<String> lines(String file) {
        try (var in = ContractTests.class.getResourceAsStream(FOLDER + file)) {
            assertThat(in).as(file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    private static List<Row> rows() {
        return lines("rows.jsonl").stream().map(Row::of).toList();
    }

    private static List<Row> rowsOf(Clause clause) {
        return rows().stream()
                .filter(row -> row.expected().tags().contains(clause.name()))
                .toList();
    }

    static List<Clause> clauses() {
        return lines("rules.txt").stream()
                .map(line -> line.split("\\|", -1))
                .map(parts -> new Clause(parts[0].strip(), parts[2].strip()))
                .toList();
    }

    static List<Clause> clausesThatLeanOnMore() {
        return clauses().stream().filter(clause -> !clause.leansOn().isEmpty()).toList();
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void isKept(Clause clause) {
        var parser = Parser.standard();

        assertThat(rowsOf(clause)).as("rows of %s", clause).isNotEmpty();
        assertThat(rowsOf(clause))
                .allSatisfy(
                        row ->
                                assertThat(row.isMetBy(parser.parse(row.message())))
                                        .as(
                                                "%s, read as %s",
                                                row.line(),
                                                ContractJson.write(parser.parse(row.message())))
                                        .isTrue());
    }

    /** The control: without what the clause leans on, its rows notice. */
    @ParameterizedTest
    @MethodSource("clausesThatLeanOnMore")
    void failsWithoutWhatItLeansOn(Clause clause) {
        assertThat(rowsOf(clause))
                .anySatisfy(
                        row -> {
                            var less = without(clause.leansOn(), row.message());
                            assertThat(row.isMetBy(Parser.standard().parse(less))).isFalse();
                        });
    }

    private static Message without(String what, Message message) {
        return switch (what) {
            case "locale" -> {
                boolean english = message.locale().getLanguage().equals("en");
                var other = Locale.forLanguageTag(english ? "de-DE" : "en-US");
                yield with(message, message.source(), other);
            }
            case "source" ->
                    with(
                            message,
                            message.source() == Source.TYPED ? Source.SMS : Source.TYPED,
                            message.locale());
            case "currency" ->
                    new Message(
                            message.text(),
                            message.source(),
                            message.locale(),
                            Currency.getInstance("CHF"),
                            message.now(),
                            message.known(),
                            message.aliases(),
                            message.previous());
            case "now" ->
                    new Message(
                            message.text(),
                            message.source(),
                            message.locale(),
                            message.currency(),
                            message.now().plusDays(403),
                            message.known(),
                            message.aliases(),
                            message.previous());
            case "known" ->
                    new Message(
                            message.text(),
                            message.source(),
                            message.locale(),
                            message.currency(),
                            message.now(),
                            List.of(),
                            message.aliases(),
                            message.previous());
            case "aliases" ->
                    new Message(
                            message.text(),
                            message.source(),
                            message.locale(),
                            message.currency(),
                            message.now(),
                            message.known(),
                            Map.of(),
                            message.previous());
            case "previous" ->
                    new Message(
                            message.text(),
                            message.source(),
                            message.locale(),
                            message.currency(),
                            message.now(),
                            message.known(),
                            message.aliases(),
                            null);
            default -> throw new AssertionError("rules.txt: a message has no " + what);
        };
    }

    private static Message with(Message message, Source source, Locale locale) {
        return new Message(
                message.text(),
                source,
                locale,
                message.currency(),
                message.now(),
                message.known(),
                message.aliases(),
                message.previous());
    }

    @Test
    void everyRowBelongsToAClause() {
        var names = clauses().stream().map(Clause::name).collect(Collectors.toSet());

        assertThat(clauses()).extracting(Clause::name).doesNotHaveDuplicates();
        assertThat(rows()).allSatisfy(row -> assertThat(names).containsAll(row.expected().tags()));
        assertThat(rows()).extracting(row -> row.expected().id()).doesNotHaveDuplicates();
    }

    /** The control of the comparison: what labelled data leave out is compared here. */
    @Test
    void noticesAnotherReason() {
        var row =
                rows().stream()
                        .filter(r -> r.expected().tags().contains("ignored-secret"))
                        .findFirst()
                        .orElseThrow();

        assertThat(row.isMetBy(new Outcome.Ignored(Reason.SECRET, List.of()))).isTrue();
        assertThat(row.isMetBy(new Outcome.Ignored(Reason.ADVERT, List.of()))).isFalse();
    }
}

package dev.sayso.json;

import dev.sayso.language.Parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well a parser reads labelled data in the contract's form. A silent wrong event is one that is
 * recorded and sure, and is not what the row expects; an unsure one would be asked about first.
 *
 * @param total rows that were read
 * @param exact rows whose outcome is exactly the expected one
 * @param recorded rows whose outcome is recorded
 * @param unsure of those, the ones of which a reading is not sure
 * @param wrong rows with an event that is not expected, sure or not
 * @param silent of those, the rows with such an event that is sure
 * @param by exact and all rows by dimension ({@code status}, {@code type}, {@code field}, {@code
 *     tag}, {@code locale}) and value
 * @param misses the rows that are not exact, in the order of the data
 * @param broken lines that are no labelled row, with what is wrong with them
 */
public record Accuracy(
        int total,
        int exact,
        int recorded,
        int unsure,
        int wrong,
        int silent,
        Map<String, Map<String, Share>> by,
        List<Miss> misses,
        List<String> broken) {
    /** How many of how many. */
    public record Share(int exact, int total) {
        public double ratio() {
            return total == 0 ? 1 : (double) exact / total;
        }
    }

    /**
     * A row that was read otherwise than expected.
     *
     * @param silentlyWrong whether it records an event unasked that is not expected
     */
    public record Miss(
            String id, String text, String expected, String read, boolean silentlyWrong) {}

    /** Reads every line with the parser; blank lines are passed over. */
    public static Accuracy of(Iterable<String> lines, Parser parser) {
        var count = new Count();
        int number = 0;
        for (var line : lines) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                var message = ContractJson.readLabelled(line);
                var row = LabelledRow.of(JsonText.read(line));
                var outcome = JsonText.read(ContractJson.write(parser.parse(message)));
                count.add(row, LabelledRow.outcome(outcome), message.locale());
            } catch (IllegalArgumentException e) {
                count.broken.add("line " + number + ": " + e.getMessage());
            }
        }
        return count.result();
    }

    private static final class Count {
        private int total;
        private int exact;
        private int recorded;
        private int unsure;
        private int wrong;
        private int silent;
        private final Map<String, Map<String, int[]>> by = new TreeMap<>();
        private final List<Miss> misses = new ArrayList<>();
        private final List<String> broken = new ArrayList<>();

        void add(LabelledRow row, Map<String, Json> outcome, Locale locale) {
            boolean same = row.isMetBy(outcome);
            var strangers = row.strangers(outcome);
            boolean sure = strangers.stream().anyMatch(LabelledRow::isSure);
            total++;
            exact += same ? 1 : 0;
            if (LabelledRow.isRecorded(outcome)) {
                recorded++;
                unsure +=
                        LabelledRow.events(outcome).stream().allMatch(LabelledRow::isSure) ? 0 : 1;
            }
            wrong += strangers.isEmpty() ? 0 : 1;
            silent += sure ? 1 : 0;
            note("status", row.status(), same);
            note("locale", locale.toLanguageTag(), same);
            row.tags().forEach(tag -> note("tag", tag, same));
            for (var event : row.matched(outcome)) {
                note("type", event.type(), event.same());
                event.fields().forEach((field, met) -> note("field", field, met));
            }
            if (!same) {
                misses.add(
                        new Miss(
                                row.id(),
                                row.text(),
                                row.expected(),
                                LabelledRow.described(outcome),
                                sure));
            }
        }

        private void note(String dimension, String value, boolean met) {
            var share =
                    by.computeIfAbsent(dimension, d -> new TreeMap<>())
                            .computeIfAbsent(value, v -> new int[2]);
            share[0] += met ? 1 : 0;
            share[1]++;
        }

        Accuracy result() {
            var shares = new TreeMap<String, Map<String, Share>>();
            by.forEach(
                    (dimension, values) -> {
                        var read = new TreeMap<String, Share>();
                        values.forEach((value, n) -> read.put(value, new Share(n[0], n[1])));
                        shares.put(dimension, read);
                    });
            return new Accuracy(
                    total,
                    exact,
                    recorded,
                    unsure,
                    wrong,
                    silent,
                    shares,
                    List.copyOf(misses),
                    List.copyOf(broken));
        }
    }

    /** A table for people: totals, each dimension, then the misses. */
    public String toTable() {
        return AccuracyText.table(this);
    }

    /** One JSON object with the same figures. */
    public String toJson() {
        return AccuracyText.json(this);
    }
}

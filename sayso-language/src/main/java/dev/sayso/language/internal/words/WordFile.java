package dev.sayso.language.internal.words;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a language's words: sections in brackets, in each line phrases parted by {@code |} and,
 * where the section needs one, a value after {@code " = "}. A line that begins with {@code #} is a
 * comment.
 */
final class WordFile {
    private static final String BAR = " | ";

    record Line(Tag tag, List<String> phrases, String value) {}

    private WordFile() {}

    static List<Line> read(String name, String text) {
        var lines = new ArrayList<Line>();
        Tag tag = null;
        int number = 0;
        for (var raw : text.split("\n", -1)) {
            number++;
            var line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                tag = section(name, number, line.substring(1, line.length() - 1));
                continue;
            }
            if (tag == null) {
                throw new IllegalArgumentException(
                        name + " line " + number + " stands before the first [section]");
            }
            int equals = line.lastIndexOf(" = ");
            var value = equals < 0 ? "" : line.substring(equals + 3).strip();
            var phrases = phrases(equals < 0 ? line : line.substring(0, equals));
            if (phrases.contains("")) {
                throw new IllegalArgumentException(
                        name + " line " + number + " has an empty phrase between two bars");
            }
            lines.add(new Line(tag, phrases, value));
        }
        return lines;
    }

    private static List<String> phrases(String text) {
        var phrases = new ArrayList<String>();
        int start = 0;
        for (int end = text.indexOf(BAR); end >= 0; end = text.indexOf(BAR, start)) {
            phrases.add(text.substring(start, end).strip());
            start = end + BAR.length();
        }
        phrases.add(text.substring(start).strip());
        return phrases;
    }

    private static Tag section(String name, int number, String section) {
        try {
            return Tag.ofSection(section);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    name + " line " + number + ": there is no section [" + section + "]", e);
        }
    }
}

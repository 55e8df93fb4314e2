package dev.sayso.help.tree;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is done with the words of authors and of people. */
final class Words {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern LAST_STOP = Pattern.compile("[\\s.!?…।。]+$");

    private Words() {}

    /** Equal for two texts that differ in case, spaces and a final stop only. */
    static String normal(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFKC).replace('’', '\'');
        var spaced = SPACES.matcher(composed).replaceAll(" ").strip();
        return LAST_STOP.matcher(spaced).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** At most {@code most} characters, never half of a surrogate pair. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    /** An author's own words inside a message: one line, short. */
    static String quoted(String text) {
        return cut(SPACES.matcher(text).replaceAll(" ").strip(), 60);
    }

    static int count(String text) {
        var stripped = text.strip();
        return stripped.isEmpty() ? 0 : SPACES.split(stripped).length;
    }

    /** {@code Did you mean "x"?} with a space before it, or nothing where no known one is near. */
    static String didYouMean(String wrong, Collection<String> known) {
        return nearest(wrong, known).map(" Did you mean \"%s\"?"::formatted).orElse("");
    }

    static Optional<String> nearest(String wrong, Collection<String> known) {
        if (wrong.length() > 60) {
            return Optional.empty();
        }
        var most = Math.max(1, wrong.length() / 3);
        String best = null;
        for (var candidate : known) {
            if (most < 0 || Math.abs(candidate.length() - wrong.length()) > most) {
                continue;
            }
            var distance = distance(wrong, candidate);
            if (distance <= most) {
                best = candidate;
                most = distance - 1;
            }
        }
        return Optional.ofNullable(best);
    }

    static String listed(Collection<String> names) {
        var shown = new ArrayList<>(names).subList(0, Math.min(8, names.size()));
        return String.join(", ", shown) + (names.size() > shown.size() ? ", …" : "");
    }

    static String ordinal(int number) {
        return switch (number) {
            case 1 -> "first";
            case 2 -> "second";
            case 3 -> "third";
            case 4 -> "fourth";
            case 5 -> "fifth";
            default -> "sixth";
        };
    }

    /** Letters to change, add, leave out or swap with their neighbour. */
    private static int distance(String a, String b) {
        var rows = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            for (var j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                var same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                rows[i][j] =
                        Math.min(
                                rows[i - 1][j - 1] + same,
                                1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[a.length()][b.length()];
    }

    static List<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }
}

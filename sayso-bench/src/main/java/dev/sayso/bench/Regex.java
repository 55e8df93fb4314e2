package dev.sayso.bench;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/** The baseline: three regular expressions for name, cost and cycle, and nothing else. */
final class Regex {
    private static final Pattern NAME =
            Pattern.compile(
                    "\\b(netflix|spotify|prime|hotstar|zee5|hulu|disney\\+?|youtube"
                            + " premium|audible|gym)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern COST =
            Pattern.compile(
                    "(?:₹|rs\\.?|\\$|£|€)?\\s*(\\d[\\d,]*(?:\\.\\d+)?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CYCLE =
            Pattern.compile(
                    "\\b(daily|weekly|monthly|quarterly|yearly|annually|(?:per|a|every)\\s+(?:day|week|month|year))\\b",
                    Pattern.CASE_INSENSITIVE);

    private Regex() {}

    static @Nullable String read(String text) {
        var name = NAME.matcher(text);
        var cost = COST.matcher(text);
        var cycle = CYCLE.matcher(text);
        return name.find() && cost.find() && cycle.find()
                ? name.group(1) + cost.group(1) + cycle.group(1)
                : null;
    }
}

package dev.sayso.language.internal.intent;

import dev.sayso.language.HelpTopic;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which ideas together make a message a call for help, and with what; see ideas.rules. */
public final class HelpRules {
    /** A call for help, and its topic where it has one. */
    public record Call(@Nullable HelpTopic topic) {}

    private record Rule(long all, Call call) {}

    private final List<Rule> rules;

    private HelpRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * @param text lines of {@code topic = IDEA IDEA}; the topic {@code -} is none
     */
    public static HelpRules of(String text) {
        var rules = new ArrayList<Rule>();
        for (var raw : text.split("\n", -1)) {
            var line = raw.strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("[")) {
                continue;
            }
            int equals = line.indexOf(" = ");
            if (equals < 0) {
                throw new IllegalArgumentException(
                        "ideas.rules: \"" + line + "\" is not of the form \"topic = IDEA IDEA\"");
            }
            var topic = line.substring(0, equals);
            long all = 0;
            for (var idea : line.substring(equals + 3).split(" ", -1)) {
                all |= Idea.valueOf(idea).bit();
            }
            rules.add(
                    new Rule(
                            all,
                            new Call(
                                    topic.equals("-")
                                            ? null
                                            : HelpTopic.valueOf(topic.toUpperCase(Locale.ROOT)))));
        }
        return new HelpRules(rules);
    }

    /** The first rule that fits, or null. */
    public @Nullable Call call(Ideas ideas) {
        for (var rule : rules) {
            if (ideas.hasAll(rule.all())) {
                return rule.call();
            }
        }
        return null;
    }
}

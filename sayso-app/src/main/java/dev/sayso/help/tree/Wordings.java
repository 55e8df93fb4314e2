package dev.sayso.help.tree;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Map;

/** The texts of a tree in a person's language, with the placeholders filled. */
public final class Wordings {
    private final Tree tree;
    private final Map<String, Text> base;

    public Wordings(Tree tree) {
        this.tree = tree;
        this.base = Translations.texts(tree);
    }

    /**
     * @param lang the language that the text really has
     */
    public record Wording(String text, String lang) {}

    /**
     * The text of a node, or of an option as {@code node/option}: in the locale, else in another of
     * the same language, else in the tree's own.
     *
     * @param values what placeholders stand for
     */
    public Wording of(String key, Locale locale, Map<String, String> values) {
        var text = base.getOrDefault(key, new Text("", null));
        var exact = translated(key, locale.toLanguageTag());
        if (exact != null) {
            return exact.filled(values);
        }
        if (!Locale.forLanguageTag(tree.locale()).getLanguage().equals(locale.getLanguage())) {
            for (var other : tree.translations().keySet()) {
                var translated = translated(key, other);
                if (translated != null
                        && Locale.forLanguageTag(other)
                                .getLanguage()
                                .equals(locale.getLanguage())) {
                    return translated.filled(values);
                }
            }
        }
        return new Found(text.text(), text.without(), tree.locale()).filled(values);
    }

    private @Nullable Found translated(String key, String locale) {
        var text = tree.translations().getOrDefault(locale, Map.of()).get(key);
        return text == null ? null : new Found(text.text(), text.without(), locale);
    }

    private record Found(String text, @Nullable String without, String lang) {
        Wording filled(Map<String, String> values) {
            var placeholders = TextRules.PLACEHOLDER.matcher(text);
            var complete =
                    placeholders.results().allMatch(match -> values.containsKey(match.group(1)));
            if (!complete && without != null) {
                return new Wording(without, lang);
            }
            return new Wording(
                    TextRules.PLACEHOLDER
                            .matcher(text)
                            .replaceAll(
                                    match ->
                                            java.util.regex.Matcher.quoteReplacement(
                                                    values.getOrDefault(match.group(1), "…"))),
                    lang);
        }
    }
}

package dev.sayso.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is wrong with the files of a catalogue: all that stops them from being read, and what would
 * make a good reading worse, such as an alias that is an everyday word.
 */
public final class CatalogueLint {
    private static final int MAX_LENGTH = 60;
    private static final Pattern ODD = Pattern.compile("  |[\"“”|;\\t<>{}()\\[\\]]|\\p{Cntrl}");
    private static final Pattern SPOKEN = Pattern.compile("[a-z']+( [a-z']+)*");
    private static final Comparator<String> BY_NAME =
            Comparator.comparing(Catalogue::key).thenComparing(Comparator.naturalOrder());

    private final List<String> problems = new ArrayList<>();

    private CatalogueLint() {}

    /** The problems of the catalogue that comes with the library. */
    public static List<String> builtIn() {
        return problemsOf(CatalogueFile.builtIn());
    }

    /**
     * The problems of a catalogue's files, each by file and line, with what to do; empty if none.
     */
    public static List<String> problemsOf(Map<String, String> files) {
        var contents = CatalogueFile.readAll(files);
        var lint = new CatalogueLint();
        lint.problems.addAll(contents.problems());
        lint.checkOrder(contents.entries());
        contents.entries().forEach(lint::check);
        return List.copyOf(lint.problems);
    }

    private void checkOrder(List<CatalogueFile.Entry> entries) {
        for (int i = 1; i < entries.size(); i++) {
            var before = entries.get(i - 1);
            var entry = entries.get(i);
            if (before.file().equals(entry.file())
                    && BY_NAME.compare(before.service().name(), entry.service().name()) > 0) {
                report(
                        entry,
                        entry.service().name()
                                + " stands after "
                                + before.service().name()
                                + "; put it where the alphabet does");
            }
        }
    }

    private void check(CatalogueFile.Entry entry) {
        var service = entry.service();
        var seen = new HashSet<String>();
        seen.add(written(service.name()));
        checkForm(entry, "name", service.name());
        for (var alias : service.aliases()) {
            checkForm(entry, "alias", alias);
            if (!seen.add(written(alias))) {
                report(
                        entry,
                        "the alias \""
                                + alias
                                + "\" stands there already, and case is ignored; take it out");
            }
            checkUncommon(entry, "alias", alias);
        }
        for (var spoken : service.spoken()) {
            checkUncommon(entry, "spoken form", spoken);
            if (!SPOKEN.matcher(spoken).matches()) {
                report(entry, "spoken \"" + spoken + "\" has other than small letters a to z");
            }
        }
        for (var descriptor : service.descriptors()) {
            checkForm(entry, "statement", descriptor);
            if (descriptor.chars().noneMatch(Character::isUpperCase)) {
                report(
                        entry,
                        "statement \"" + descriptor + "\" has no capital; write it as banks do");
            }
        }
    }

    private void checkUncommon(CatalogueFile.Entry entry, String what, String text) {
        var service = entry.service();
        if (!service.thing() && CommonWords.BUILT_IN.contains(text.toLowerCase(Locale.ROOT))) {
            report(
                    entry,
                    "the "
                            + what
                            + " \""
                            + text
                            + "\" is an everyday word and would be found where nobody means "
                            + service.name()
                            + "; take it out");
        }
    }

    private void checkForm(CatalogueFile.Entry entry, String what, String text) {
        if (ODD.matcher(text).find()) {
            report(
                    entry,
                    "the "
                            + what
                            + " \""
                            + text
                            + "\" has a quotation mark, a bracket or two spaces; write it plainly");
        }
        if (text.length() > MAX_LENGTH) {
            report(entry, "the " + what + " is longer than " + MAX_LENGTH + " characters");
        }
        var key = Catalogue.key(text);
        if (key.length() < 2 || key.chars().allMatch(Character::isDigit)) {
            report(
                    entry,
                    "the "
                            + what
                            + " \""
                            + text
                            + "\" is a single character or a number; give one that is a name");
        }
    }

    /** Unlike the key it keeps words apart: readers go by words, and seek Drop Box as well. */
    private static String written(String name) {
        return name.toLowerCase(Locale.ROOT).strip();
    }

    private void report(CatalogueFile.Entry entry, String problem) {
        problems.add(entry.place() + ": " + problem);
    }
}

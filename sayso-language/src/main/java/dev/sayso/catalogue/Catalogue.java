package dev.sayso.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The services that Sayso knows by name, read from text files; {@code README.md} beside the
 * built-in ones says how a line looks. Immutable.
 */
public final class Catalogue {
    /**
     * How much of a merchant's name is looked at: descriptors are shorter, hostile texts longer.
     */
    private static final int MAX_MERCHANT = 80;

    private final List<Service> services;
    private final Map<String, CatalogueFile.Entry> byName;
    private final Map<String, CatalogueFile.Entry> byDescriptor;
    private final Set<String> commonWords;

    private Catalogue(CatalogueFile.Contents contents, Set<String> commonWords) {
        var all = new ArrayList<Service>(contents.entries().size());
        for (var entry : contents.entries()) {
            all.add(entry.service());
        }
        this.services = List.copyOf(all);
        this.byName = contents.byName();
        this.byDescriptor = contents.byDescriptor();
        this.commonWords = commonWords;
    }

    /** The catalogue that comes with the library, loaded once, at the first call. */
    public static Catalogue builtIn() {
        return BuiltIn.CATALOGUE;
    }

    private static final class BuiltIn {
        static final Catalogue CATALOGUE = of(CatalogueFile.builtIn());
    }

    /**
     * A catalogue of one's own.
     *
     * @param files the text of each file by its name: that of a category, such as {@code
     *     streaming.txt}, or {@code things.txt}
     * @throws IllegalArgumentException with every mistake, each by file and line
     */
    public static Catalogue of(Map<String, String> files) {
        var read = CatalogueFile.readAll(files);
        if (!read.problems().isEmpty()) {
            throw new IllegalArgumentException(
                    "the catalogue cannot be read:\n" + String.join("\n", read.problems()));
        }
        return new Catalogue(read, CommonWords.BUILT_IN);
    }

    /** All of them, category by category, by name within each. */
    public List<Service> services() {
        return services;
    }

    /** The service of that name or alias, without regard to case, spaces and punctuation. */
    public Optional<Service> find(String nameOrAlias) {
        return Optional.ofNullable(byName.get(key(nameOrAlias))).map(CatalogueFile.Entry::service);
    }

    /**
     * The service that a merchant's name in a bank's message or statement stands for: that of the
     * longest descriptor with which it begins ({@code NETFLIX.COM 866-579-7172}), else the one that
     * has the whole as its name or alias.
     */
    public Optional<Service> findOnStatement(String merchant) {
        int length = Math.min(merchant.length(), MAX_MERCHANT);
        for (int end = length; end > 0; end--) {
            if (isWordEnd(merchant, end)) {
                var beginning = merchant.substring(0, end);
                var entry = byDescriptor.get(key(beginning));
                // ORANGE is the telephone's, ORANGE COUNTY DINER is not
                if (entry != null && (end == length || !isCommonWord(beginning))) {
                    return Optional.of(entry.service());
                }
            }
        }
        return find(merchant);
    }

    /** Whether a descriptor may end there: RING is not the beginning of RINGWOOD. */
    private static boolean isWordEnd(String text, int end) {
        return Character.isLetterOrDigit(text.charAt(end - 1))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    /**
     * Whether it is an everyday word, which by itself is weak evidence for a service that has it as
     * its name (Free, Three, Calm).
     */
    public boolean isCommonWord(String word) {
        return commonWords.contains(word.toLowerCase(Locale.ROOT));
    }

    /**
     * What names are compared by: letters and digits alone, in lower case, without accents, {@code
     * +} as plus and {@code &} as and.
     */
    public static String key(String name) {
        // nearly all names are plain, and loading asks for ten thousand keys before anything is hot
        var key = new char[name.length()];
        int length = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                key[length++] = c;
            } else if (c >= 'A' && c <= 'Z') {
                key[length++] = (char) (c + 'a' - 'A');
            } else if (c >= 0x80 || c == '+' || c == '&') {
                return keyOf(Normalizer.normalize(name, Normalizer.Form.NFKD));
            }
        }
        return new String(key, 0, length);
    }

    private static String keyOf(String decomposed) {
        var key = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); ) {
            int c = decomposed.codePointAt(i);
            i += Character.charCount(c);
            if (c == '+') {
                key.append("plus");
            } else if (c == '&') {
                key.append("and");
            } else if (isKept(c)) {
                key.appendCodePoint(Character.toLowerCase(c));
            }
        }
        return key.toString();
    }

    private static boolean isKept(int c) {
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        // vowel signs of Indian scripts are marks, too, but no accents: without them words merge
        int type = Character.getType(c);
        return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK)
                && !(c >= 0x0300 && c <= 0x036F);
    }
}

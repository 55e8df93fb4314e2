package dev.sayso.language.internal.words;

import dev.sayso.catalogue.Catalogue;
import dev.sayso.catalogue.Service;
import dev.sayso.language.internal.text.Plain;
import dev.sayso.language.internal.text.Token;
import dev.sayso.language.internal.text.Tokenizer;
import dev.sayso.language.internal.text.Vocabulary;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of all languages and the names of all services, ready to be found. Immutable. */
public final class Lexicon {
    private final Vocabulary vocabulary = new Vocabulary();
    private final BitSet standsByNumber = new BitSet();
    private final BitSet months = new BitSet();
    private final BitSet currencies = new BitSet();
    private final BitSet spoken = new BitSet();
    private final Map<String, Long> listed = new HashMap<>();
    private final Map<String, Long> cues = new HashMap<>();
    private final Catalogue catalogue;
    private final Spelling spelling;
    private @Nullable Phrases[] firsts = new @Nullable Phrases[1024];

    /**
     * @param files the text of each word file by its name
     */
    public Lexicon(Map<String, String> files, Catalogue catalogue) {
        this.catalogue = catalogue;
        for (var file : files.entrySet()) {
            for (var line : WordFile.read(file.getKey(), file.getValue())) {
                var value = value(file.getKey(), line);
                for (var phrase : line.phrases()) {
                    if (line.tag().isListed()) {
                        list(phrase, line.tag(), value);
                    } else {
                        add(phrase, line.tag(), value);
                    }
                }
            }
        }
        int common = vocabulary.size();
        spoken.set(0, common);
        for (var service : catalogue.services()) {
            add(service);
        }
        firsts = Arrays.copyOf(firsts, vocabulary.size());
        spelling = Spelling.of(vocabulary, firsts, common);
    }

    /** The tokens of a text; words that are misspelt have the number of the word that is meant. */
    public List<Token> tokens(Plain text) {
        return new Tokenizer(vocabulary, standsByNumber::get, months::get, currencies::get, text)
                .read();
    }

    /** Adds to {@code found} every meaning of a phrase that begins with the token. */
    public void meanings(List<Token> tokens, int at, List<Entry> found) {
        int word = tokens.get(at).word();
        if (word < 0) {
            return;
        }
        var node = firsts[word];
        int next = at + 1;
        int skipped = 0;
        while (node != null) {
            for (var entry : node.entries()) {
                found.add(
                        skipped == 0
                                ? entry
                                : new Entry(entry.tag(), entry.value(), entry.size() + skipped));
            }
            if (next >= tokens.size()) {
                return;
            }
            var following = node.next(tokens.get(next).word());
            if (following == null && isHyphen(tokens, next)) {
                // "half-yearly" is written "half yearly" in the word files
                skipped++;
                following = node.next(tokens.get(++next).word());
            }
            node = following;
            next++;
        }
    }

    private static boolean isHyphen(List<Token> tokens, int at) {
        return at + 1 < tokens.size()
                && tokens.get(at).is('-')
                && !tokens.get(at).spaced()
                && !tokens.get(at + 1).spaced();
    }

    /** A name that is written in one word where the text has two: "pure gym". */
    public @Nullable ServiceName joined(String first, String second) {
        int word = vocabulary.find(first + second);
        if (word < 0 || firsts[word] == null) {
            return null;
        }
        for (var entry : firsts[word].entries()) {
            if (entry.tag() == Tag.NAME) {
                return (ServiceName) entry.value();
            }
        }
        return null;
    }

    /** The word that was probably meant by one that is not known, or -1. */
    public int meant(String word) {
        return catalogue.isCommonWord(word) ? -1 : spelling.meant(word);
    }

    public String word(int number) {
        return vocabulary.word(number);
    }

    /** Whether it is an everyday word, and weak evidence of a service that is called so. */
    public boolean isEveryday(String word) {
        return catalogue.isCommonWord(word);
    }

    /** Whether the word stands in the list of a tag that makes no spans. */
    public boolean isListed(String word, Tag tag) {
        var tags = listed.get(word);
        return tags != null && (tags & 1L << tag.ordinal()) != 0;
    }

    public boolean isCue(String word, Cue cue) {
        var found = cues.get(word);
        return found != null && (found & 1L << cue.ordinal()) != 0;
    }

    /** Whether the word stands in a word file, not only in a service's name. */
    public boolean isCommon(int word) {
        return word >= 0 && spoken.get(word);
    }

    private static Object value(String file, WordFile.Line line) {
        try {
            return Values.read(line.tag(), line.value());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    file
                            + ": \""
                            + String.join(" | ", line.phrases())
                            + " = "
                            + line.value()
                            + "\" has no value that ["
                            + line.tag()
                            + "] understands",
                    e);
        }
    }

    private void list(String word, Tag tag, Object value) {
        listed.put(word, listed.getOrDefault(word, 0L) | 1L << tag.ordinal());
        if (value instanceof Cue cue) {
            cues.put(word, cues.getOrDefault(word, 0L) | 1L << cue.ordinal());
        }
    }

    private void add(Service service) {
        if (service.thing()) {
            add(service.name(), Tag.THING, service.name());
            for (var alias : service.aliases()) {
                add(alias, Tag.THING, service.name());
            }
            return;
        }
        var name = new ServiceName(service, false);
        addName(service.name(), name);
        for (var alias : service.aliases()) {
            addName(alias, name);
        }
        for (var heard : service.spoken()) {
            addName(heard, name);
        }
        var descriptor = new ServiceName(service, true);
        for (var line : service.descriptors()) {
            addName(line, descriptor);
        }
    }

    /** As it is written, without its signs, and in one word. */
    private void addName(String text, ServiceName name) {
        var tokens = words(text);
        put(tokens, Tag.NAME, name);
        var bare = new ArrayList<Integer>();
        var joined = new StringBuilder();
        for (int word : tokens) {
            var key = vocabulary.word(word);
            if (Character.isLetterOrDigit(key.codePointAt(0))) {
                bare.add(word);
                joined.append(key);
            }
        }
        if (bare.size() < tokens.size() && !(bare.size() == 1 && joined.length() < 4)) {
            put(bare, Tag.NAME, name);
        }
        if (bare.size() > 1 && joined.length() > 4 && joined.length() < 40) {
            put(List.of(vocabulary.add(joined.toString())), Tag.NAME, name);
        }
    }

    private void add(String phrase, Tag tag, Object value) {
        put(words(phrase), tag, value);
    }

    private void put(List<Integer> words, Tag tag, Object value) {
        if (words.isEmpty()) {
            return;
        }
        int first = words.getFirst();
        if (first >= firsts.length) {
            firsts = Arrays.copyOf(firsts, Math.max(first + 1, 2 * firsts.length));
        }
        var node = firsts[first];
        if (node == null) {
            node = new Phrases();
            firsts[first] = node;
        }
        node.add(words.subList(1, words.size()), new Entry(tag, value, words.size()));
        if (words.size() == 1) {
            switch (tag) {
                case SCALE, CURRENCY, MINOR, UNIT, AMOUNTCYCLE, COUNT -> standsByNumber.set(first);
                case MONTH -> months.set(first);
                default -> {}
            }
            if (tag == Tag.CURRENCY) {
                currencies.set(first);
            }
        }
    }

    private List<Integer> words(String phrase) {
        if (phrase.equals("'s")) {
            // the tokenizer makes it one word only behind another
            return List.of(vocabulary.add(phrase));
        }
        var words = new ArrayList<Integer>();
        if (isPlain(phrase)) {
            int start = 0;
            for (int end = phrase.indexOf(' '); end >= 0; end = phrase.indexOf(' ', start)) {
                words.add(vocabulary.add(phrase.substring(start, end)));
                start = end + 1;
            }
            words.add(vocabulary.add(phrase.substring(start)));
            return words;
        }
        for (var token :
                new Tokenizer(vocabulary, w -> false, w -> false, w -> false, Plain.of(phrase))
                        .read()) {
            words.add(vocabulary.add(token.key()));
        }
        return words;
    }

    /** Small letters and single spaces, as nearly all: then words are what spaces part. */
    private static boolean isPlain(String phrase) {
        char before = ' ';
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(c == ' ' && before != ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    /** The name of a service, or how it stands in a bank's statement. */
    public record ServiceName(Service service, boolean descriptor) {}
}

package dev.sayso.language.internal.span;

import dev.sayso.catalogue.Service;
import dev.sayso.language.Explanation;
import dev.sayso.language.Message;
import dev.sayso.language.Origin;
import dev.sayso.language.internal.text.Plain;
import dev.sayso.language.internal.text.Token;
import dev.sayso.language.internal.words.Cue;
import dev.sayso.language.internal.words.Entry;
import dev.sayso.language.internal.words.Lexicon;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A message on the table: its tokens, what each may mean, and the spans that were read so far. */
public final class Board {
    private static final Entry[] NOTHING = {};

    public final Message message;
    public final Plain text;
    public final List<Token> tokens;
    private final Lexicon lexicon;
    private final @Nullable List<Explanation.Rival> rivals;
    private final Entry[][] meanings;

    /**
     * @param rivals where to keep the readings that are weighed; null where nobody asks why
     */
    public Board(Message message, Lexicon lexicon, @Nullable List<Explanation.Rival> rivals) {
        this.rivals = rivals;
        this.message = message;
        this.lexicon = lexicon;
        this.text = Plain.of(message.text());
        this.tokens = lexicon.tokens(text);
        mend();
        this.meanings = new Entry[tokens.size()][];
        var found = new ArrayList<Entry>();
        for (int i = 0; i < meanings.length; i++) {
            found.clear();
            lexicon.meanings(tokens, i, found);
            meanings[i] = found.isEmpty() ? NOTHING : found.toArray(NOTHING);
        }
    }

    /** Keeps a reading that was weighed, where somebody asks why. */
    public void weighed(String what, Object value, int score, boolean chosen) {
        if (rivals != null) {
            rivals.add(new Explanation.Rival(what, value.toString(), score, chosen));
        }
    }

    public boolean isExplained() {
        return rivals != null;
    }

    public List<Explanation.Rival> rivals() {
        return rivals == null ? List.of() : rivals;
    }

    public int size() {
        return tokens.size();
    }

    public Token token(int at) {
        return tokens.get(at);
    }

    public Entry[] meanings(int at) {
        return meanings[at];
    }

    /** The longest phrase with that meaning that begins at the token, or null. */
    public @Nullable Entry find(int at, Tag tag) {
        if (at < 0 || at >= meanings.length) {
            return null;
        }
        Entry best = null;
        for (var entry : meanings[at]) {
            if (entry.tag() == tag && (best == null || entry.size() > best.size())) {
                best = entry;
            }
        }
        return best;
    }

    public boolean is(int at, Tag tag) {
        return find(at, tag) != null;
    }

    public boolean isSign(int at, char sign) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(sign);
    }

    public boolean isWord(int at, String word) {
        return at >= 0 && at < tokens.size() && tokens.get(at).key().equals(word);
    }

    /** Whether the token is a word of that list. */
    public boolean isListed(int at, Tag tag) {
        return at >= 0 && at < tokens.size() && lexicon.isListed(tokens.get(at).key(), tag);
    }

    public boolean isCue(int at, Cue cue) {
        return at >= 0 && at < tokens.size() && lexicon.isCue(tokens.get(at).key(), cue);
    }

    /** Whether the token stands right after the one before it. */
    public boolean isGlued(int at) {
        return at > 0 && at < tokens.size() && !tokens.get(at).spaced();
    }

    public boolean isCommon(int at) {
        return lexicon.isCommon(tokens.get(at).word());
    }

    /** The service whose one word the token and the next make together, or null. */
    public Lexicon.@Nullable ServiceName joined(int at) {
        var first = tokens.get(at);
        var second = tokens.get(at + 1);
        boolean common = isCommon(at) && isCommon(at + 1);
        return first.isWord() && !common && first.length() + second.length() > 4
                ? lexicon.joined(first.key(), second.key())
                : null;
    }

    /** The service whose name begins the address that the token is, or null. */
    public @Nullable Service addressed(int at) {
        var address =
                text.slice(tokens.get(at).start(), tokens.get(at).end()).toLowerCase(Locale.ROOT);
        int from = address.startsWith("www.") ? 4 : 0;
        int to = from;
        while (to < address.length() && Character.isLetter(address.charAt(to))) {
            to++;
        }
        var name = to - from > 2 ? lexicon.joined(address.substring(from, to), "") : null;
        return name == null ? null : name.service();
    }

    public boolean isEveryday(int at) {
        return lexicon.isEveryday(tokens.get(at).key());
    }

    /** What was written from one token to before another. */
    public String written(int from, int to) {
        return text.slice(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    public Origin.Said said(Span span) {
        return said(span.from(), span.to());
    }

    public Origin.Said said(int from, int to) {
        return new Origin.Said(
                text.startOf(tokens.get(from).start()), text.endOf(tokens.get(to - 1).end()));
    }

    /** "Letterboxd Patron": behind an unknown name a word with a capital is no slip. */
    private boolean isOfStranger(int at) {
        return at > 0
                && tokens.get(at - 1).isWord()
                && tokens.get(at - 1).word() < 0
                && tokens.get(at).spaced()
                && isCapital(at - 1)
                && isCapital(at);
    }

    private boolean isCapital(int at) {
        return Character.isUpperCase(text.charAt(tokens.get(at).start()));
    }

    private void mend() {
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.isWord() && token.word() < 0 && !isOfStranger(i)) {
                int meant = lexicon.meant(token.key());
                if (meant >= 0) {
                    tokens.set(
                            i,
                            new Token(
                                    token.kind(),
                                    lexicon.word(meant),
                                    meant,
                                    token.start(),
                                    token.end(),
                                    token.spaced()));
                }
            }
        }
    }
}

package dev.sayso.capture.web;

import dev.sayso.language.Origin;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What a person said, cut into the words that were read and those that were not. */
public record Said(List<Piece> pieces) {
    private static final int LONG = 60;

    /**
     * @param gloss what the words were read as, or null where they were not
     */
    public record Piece(String text, @Nullable String gloss) {}

    /** A place in the text with what it was read as. */
    record Gloss(Origin.Said at, String text) {}

    public Said {
        pieces = List.copyOf(pieces);
    }

    /** Cuts the text at the glosses; where two overlap, the one that begins first has the words. */
    static Said of(String text, List<Gloss> glosses) {
        var pieces = new ArrayList<Piece>();
        int done = 0;
        for (var gloss :
                glosses.stream().sorted(Comparator.comparingInt(g -> g.at().start())).toList()) {
            int start = gloss.at().start();
            int end = Math.min(gloss.at().end(), text.length());
            if (start < done || start >= end) {
                continue;
            }
            if (start > done) {
                pieces.add(new Piece(text.substring(done, start), null));
            }
            pieces.add(new Piece(text.substring(start, end), gloss.text()));
            done = end;
        }
        if (done < text.length()) {
            pieces.add(new Piece(text.substring(done), null));
        }
        return new Said(pieces);
    }

    public String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    public boolean isLong() {
        return text().length() > LONG;
    }

    /** The page with this in its box. */
    public String link() {
        return "/?text=" + URLEncoder.encode(text(), StandardCharsets.UTF_8);
    }
}

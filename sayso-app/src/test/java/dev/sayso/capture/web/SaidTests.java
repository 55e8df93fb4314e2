package dev.sayso.capture.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.capture.web.Said.Gloss;
import dev.sayso.capture.web.Said.Piece;
import dev.sayso.language.Origin;

import org.junit.jupiter.api.Test;

import java.util.List;

class SaidTests {
    @Test
    void cutsTheTextIntoWhatWasReadAndWhatWasNot() {
        var said =
                Said.of("my Netflix, 499!", List.of(gloss(12, 15, "price"), gloss(3, 10, "name")));

        assertThat(said.pieces())
                .containsExactly(
                        new Piece("my ", null),
                        new Piece("Netflix", "name"),
                        new Piece(", ", null),
                        new Piece("499", "price"),
                        new Piece("!", null));
        assertThat(said.text()).isEqualTo("my Netflix, 499!");
    }

    @Test
    void givesWordsThatTwoClaimToTheFirst() {
        var said =
                Said.of(
                        "both monthly",
                        List.of(gloss(5, 12, "a"), gloss(5, 12, "b"), gloss(8, 12, "c")));

        assertThat(said.pieces())
                .containsExactly(new Piece("both ", null), new Piece("monthly", "a"));
    }

    @Test
    void bearsPlacesBeyondTheText() {
        assertThat(Said.of("ab", List.of(gloss(1, 9, "x"), gloss(5, 9, "y"))).pieces())
                .containsExactly(new Piece("a", null), new Piece("b", "x"));
    }

    @Test
    void linksToThePageWithItselfInTheBox() {
        assertThat(Said.of("a & ₹5", List.of()).link()).isEqualTo("/?text=a+%26+%E2%82%B95");
    }

    private static Gloss gloss(int start, int end, String text) {
        return new Gloss(new Origin.Said(start, end), text);
    }
}

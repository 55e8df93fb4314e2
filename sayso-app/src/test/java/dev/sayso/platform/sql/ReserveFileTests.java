package dev.sayso.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.DeflaterOutputStream;

/** The room that is kept, on a disk that has some. */
class ReserveFileTests {
    private static final long WHOLE = (long) ReserveFile.PIECES * ReserveFile.PIECE;

    @TempDir private Path folder;
    private final AtomicLong now = new AtomicLong();
    private Path file;
    private ReserveFile reserve;

    @BeforeEach
    void open() {
        file = folder.resolve("reserve");
        reserve = reopened();
    }

    @Test
    void isMadeWholeOfBytesThatCannotBePressed() throws IOException {
        var pressed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(pressed)) {
            Files.copy(file, out);
        }

        assertThat(reserve.isWhole()).isTrue();
        assertThat(pressed.size()).isGreaterThan((int) WHOLE);
    }

    @Test
    void goesPieceByPieceAndNoFurtherThanItsEnd() {
        for (int left = ReserveFile.PIECES - 1; left >= 0; left--) {
            assertThat(reserve.letGo()).isTrue();
            assertThat(file).hasSize((long) left * ReserveFile.PIECE);
            assertThat(reserve.isWhole()).isFalse();
        }
        assertThat(reserve.letGo()).isFalse();
    }

    @Test
    void isFilledUpAgainAfterAWhile() {
        reserve.letGo();
        reserve.letGo();
        assertThat(reserve.isWhole()).isFalse();

        now.addAndGet(ReserveFile.BETWEEN_LOOKS.toNanos());

        assertThat(reserve.isWhole()).isTrue();
        assertThat(file).hasSize(WHOLE);
    }

    @Test
    void isFilledUpWhenItIsOpenedAgain() {
        reserve.letGo();

        assertThat(reopened().isWhole()).isTrue();
        assertThat(file).hasSize(WHOLE);
    }

    private ReserveFile reopened() {
        return ReserveFile.open(file, new SplittableRandom(1), now::get);
    }
}

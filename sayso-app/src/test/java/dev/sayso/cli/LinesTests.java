package dev.sayso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class LinesTests {
    @ParameterizedTest
    @CsvSource({"'', 0", "a, 1", "'a\n', 1", "'a\nb', 2", "'\n\n', 2", "'a\n\nb\n', 3"})
    void endsALineAtItsEndAndAtTheEndOfAll(String text, int count) throws IOException {
        assertThat(lines(text)).hasSize(count);
    }

    @Test
    void readsLinesAcrossTheEdgesOfItsBuffer() throws IOException {
        var text = ("₹".repeat(9_999) + "\n").repeat(7);

        assertThat(lines(text)).hasSize(7).allMatch(line -> "₹".repeat(9_999).equals(line.text()));
    }

    @Test
    void holdsTheLongestLineAndSkipsALongerOneWithoutKeepingIt() throws IOException {
        var longest = "x".repeat(Lines.LIMIT);

        var lines = lines(longest + "\n" + longest.repeat(40) + "y\nafter");

        assertThat(lines.get(0).text()).isEqualTo(longest);
        assertThat(lines.get(1).problem()).contains("longer than");
        assertThat(lines.get(2).text()).isEqualTo("after");
    }

    private static List<Lines.Line> lines(String text) throws IOException {
        var lines = new Lines(slow(text));
        var all = new ArrayList<Lines.Line>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        return all;
    }

    /** Gives a few bytes at a time, as a pipe may. */
    private static InputStream slow(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, 1_001));
            }
        };
    }
}

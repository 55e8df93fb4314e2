package dev.sayso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.process.SaysoProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** The command line before the real server. */
class CommandLineProcessTests {
    @TempDir private Path data;

    @Test
    void saysShowsAndListsWhatTheServerUnderstood() throws Exception {
        try (var sayso = SaysoProcess.serve(data, 0)) {
            var port = String.valueOf(sayso.port());

            assertThat(said("Netflix 499.75 monthly", port))
                    .startsWith("✓ Netflix · ₹499.75 a month\n");
            assertThat(said("Spotify 119", port)).startsWith("? Spotify · ₹119\n").contains("→ ");
            assertThat(said("Netflix 499.75 monthly", port))
                    .startsWith("= Netflix is in your list");
            assertThat(said("cancel Netflix", port)).startsWith("✓ Netflix · cancelled");
            var list = new Screen();
            assertThat(list.run("list", "--port", port)).isZero();
            assertThat(list.out()).startsWith("Netflix  ₹499.75 a month");

            var tooLong = new Screen();
            assertThat(tooLong.run("x".repeat(2_001), "--port", port)).isEqualTo(1);
            assertThat(tooLong.err()).contains("2001 characters").hasLineCount(1);

            assertThat(sayso.errors())
                    .as("the log, which never has what a person wrote")
                    .doesNotContain("Netflix", "Spotify", "499.75");
        }
    }

    private static String said(String sentence, String port) {
        var screen = new Screen();
        assertThat(screen.run(sentence, "--port", port)).as(screen::err).isZero();
        return screen.out();
    }
}

package dev.sayso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/** Commands that understand without a server and store nothing. */
class ReadingHereTests {
    private static final String ROW =
            """
            {"id": "%s", "text": "%s", "source": "typed", "locale": "en-IN", "currency": "INR", "now": "2026-11-24T09:00:00+05:30", "expect": {"status": "recorded", "events": [{"type": "SUBSCRIPTION_CREATED", "name": "Netflix", "cost": "499", "billing_cycle": "monthly"}]}, "tags": ["create"]}
            """;

    @TempDir private Path folder;
    private final Screen screen = new Screen();

    @Test
    void triesASentenceDry() {
        assertThat(
                        screen.run(
                                "--dry-run",
                                "--currency",
                                "EUR",
                                "Netflix 14,99 monthly",
                                "--locale",
                                "de-DE"))
                .isZero();

        assertThat(screen.out()).startsWith("✓ Netflix · 14,99").contains("nothing was stored");
    }

    @Test
    void givesTheOutcomeOfADryRunToPrograms() {
        assertThat(screen.run("--dry-run", "--json", "Netflix 499 monthly")).isZero();

        assertThat(screen.out()).startsWith("{\"status\":\"recorded\"").hasLineCount(1);
    }

    @Test
    void explainsAReading() {
        assertThat(screen.run("explain", "Netflix", "499", "monthly")).isZero();

        assertThat(screen.out()).contains("Netflix", "tokens", "choice");
    }

    @Test
    void measuresRowsOfLabelledData() throws Exception {
        var file = folder.resolve("rows.jsonl");
        Files.writeString(
                file,
                ROW.formatted("a", "Netflix 499 monthly")
                        + ROW.formatted("b", "Netflix 649 monthly"));

        assertThat(screen.run("accuracy", file.toString(), "--json")).isZero();

        assertThat(screen.out()).contains("\"total\":2", "\"exact\":1");
    }

    @Test
    void saysThatTheFileCannotBeRead() {
        assertThat(screen.run("accuracy", folder.resolve("none.jsonl").toString())).isEqualTo(1);

        assertThat(screen.err()).contains("none.jsonl cannot be read").hasLineCount(1);
    }

    @Test
    void holdsTreesAgainstTheirRules() {
        assertThat(screen.run("help", "lint", folder.resolve("none.yaml").toString())).isEqualTo(1);

        assertThat(screen.err() + screen.out()).contains("none.yaml");
    }
}

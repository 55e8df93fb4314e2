package dev.sayso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class HelpCommandsTests {
    private static final String SHIPPED = "src/main/resources/help/sayso-help/tree.yaml";
    private static final String FOUNDING = "src/main/resources/help/founding";

    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void findsNothingInTheTreesThatAreShipped() {
        assertThat(run("", "lint", SHIPPED, FOUNDING)).isZero();
        assertThat(out()).isEqualTo("0 errors, 0 warnings\n");
    }

    @Test
    void endsWithOneAndNamesFileAndLineOfEachError() throws IOException {
        var file = folder.resolve("tree.yaml");
        Files.writeString(file, "tree: t\nformat: 1\nlocale: en\nnodes: {a: {say: \"x\"}}\n");

        assertThat(run("", "lint", file.toString())).isEqualTo(1);
        assertThat(out())
                .contains(
                        file
                                + ":4: error no-outcome: \"a\" ends without an outcome. Add end:"
                                + " resolved or end: escalate.")
                .contains("errors");
    }

    @Test
    void writesTheProblemsAsJson() throws IOException {
        var file = folder.resolve("tree.yaml");
        Files.writeString(file, "a: *b\n");

        assertThat(run("", "lint", file.toString(), "--json")).isEqualTo(1);
        assertThat(out())
                .startsWith("{\"problems\":[{\"rule\":\"")
                .contains("\"level\":\"error\",\"file\":")
                .contains("\"line\":1,\"message\":\"");
    }

    @Test
    void walksATreeToItsEnd() {
        assertThat(run("2\n1\nyes\nfailure\n", "walk", FOUNDING)).isZero();
        assertThat(out())
                .contains("What do you need help with?\n  1  A subscription\n  2  A payment\n")
                .contains("[action payment.retry: success, failure or timeout]")
                .endsWith("\nA person will answer you.\n[escalated: action_failed, at agent]\n");
    }

    @Test
    void goesBackAndSaysWhenTheInputEndsBeforeTheWalk() {
        assertThat(run("1\nb\n", "walk", FOUNDING)).isEqualTo(1);
        assertThat(out()).endsWith("The walk did not end.\n");
    }

    @Test
    void drawsATree() {
        assertThat(run("", "draw", FOUNDING)).isZero();
        assertThat(out()).startsWith("flowchart TD\n").contains("-->|\"A subscription\"|");
    }

    @Test
    void saysHowItIsUsedAndWhichFileIsMissing() {
        assertThat(run("", "lint")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("./sayso help lint FILE");
        assertThat(run("", "walk", folder.resolve("none.yaml").toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no file ");
    }

    private int run(String input, String... arguments) {
        return new HelpCommands(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8).replace("\r", "");
    }
}

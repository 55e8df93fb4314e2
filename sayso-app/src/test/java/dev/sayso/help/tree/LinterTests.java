package dev.sayso.help.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Map;
import java.util.Random;

class LinterTests {
    @Test
    void findsNoErrorInTheSampleOfTheFormat() {
        var lint = new Linter(Given.SAMPLE).lint(Given.files("sample"));

        assertThat(lint.problems()).noneMatch(Problem::isError);
        assertThat(lint.tree()).isPresent();
    }

    @Test
    void findsNothingInTheSmallTree() {
        assertThat(Given.problemsOf(Given.small())).isEmpty();
    }

    @Test
    void givesNoTreeWhereThereIsAnError() {
        var lint = lint(Given.small().replace("to: look}", "to: lok}"));

        assertThat(lint.hasErrors()).isTrue();
        assertThat(lint.tree()).isEmpty();
    }

    @Test
    void tellsAllProblemsInOneRunInTheOrderOfTheFile() {
        var problems =
                Given.problemsOf(
                        Given.small()
                                .replace("id: a,", "id: yes,")
                                .replace("to: try}", "to: tri}")
                                .replace("\"Done.\"", "\"<b>Done</b>\"")
                                .replace("if_not: contact", "ifnot: contact"));

        assertThat(problems)
                .extracting(Problem::rule)
                .containsExactly("boolean-id", "dangling", "markup", "unknown-key");
        assertThat(problems).extracting(Problem::line).containsExactly(11, 12, 15, 16);
    }

    @Test
    void tellsTheLongestWayOfAStartThatAsksTooMuch() {
        var tree =
                """
                tree: deep
                format: 1
                locale: en
                contact: contact
                entries: {default: q1}
                nodes:
                """
                        + question("q1", "q2")
                        + question("q2", "q3")
                        + question("q3", "q4")
                        + question("q4", "q5")
                        + question("q5", "q6")
                        + question("q6", "contact")
                        + "  contact: {say: \"A person.\", end: escalate}\n";

        assertThat(Given.problemsOf(tree))
                .filteredOn(Problem::isError)
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.rule()).isEqualTo("too-deep");
                            assertThat(problem.message())
                                    .isEqualTo(
                                            "From \"q1\" a person can be asked 6 questions: q1 > q2"
                                                + " > q3 > q4 > q5 > q6. The most is 5. Merge two,"
                                                + " or let a fact answer one.");
                        });
        assertThat(Given.problemsOf(tree.replace("default: q1", "default: q2")))
                .extracting(Problem::rule)
                .contains("orphan")
                .doesNotContain("too-deep");
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        var large = Given.small() + "#".repeat(1_300_000);

        assertThat(Given.problemsOf(large))
                .extracting(Problem::toString)
                .containsExactly(
                        "tree.yaml:1: error too-large: tree.yaml is 1.2 MB; a tree may have 768 KB"
                            + " and 12,000 nodes. Move whole branches to help/branches/*.yaml.");
    }

    @Test
    @Timeout(20)
    void lintsAChainOfTwelveThousandNodesAndRefusesOneMore() {
        var chain = chain(12_000);
        var longer = chain(12_001);

        assertThat(Given.problemsOf(chain)).isEmpty();
        assertThat(Given.problemsOf(longer))
                .anyMatch(
                        p -> p.message().startsWith("tree.yaml has 12,001 nodes; a tree may have"));
    }

    @Test
    @Timeout(10)
    void readsNothingOfAnAliasBomb() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (var i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }

        assertThat(Given.problemsOf(bomb.toString()))
                .extracting(Problem::rule)
                .contains("alias")
                .doesNotContain("too-many");
    }

    @Test
    @Timeout(20)
    void survivesWhateverIsUploaded() {
        var random = new Random(7);
        var sample = Given.files("sample").main().text();
        for (var i = 0; i < 300; i++) {
            var broken = new StringBuilder(sample);
            for (var j = 0; j < 1 + random.nextInt(20); j++) {
                var at = random.nextInt(broken.length());
                broken.replace(
                        at, at + 1, "{}[]:,*&!#\"'\n\t-?\u0000<".charAt(random.nextInt(18)) + "");
            }

            var problems = lint(broken.toString()).problems();

            assertThat(problems).allMatch(p -> p.message().length() <= Problem.LONGEST);
        }
    }

    @Test
    void boundsTheNumberOfProblemsButLosesNoError() {
        var options = "      - {id: a, label: \"This\", to: look, %s}\n";
        var many = new StringBuilder();
        for (var i = 0; i < 3_000; i++) {
            many.append("x").append(i).append(": 1, ");
        }
        var tree =
                Given.small()
                        .replace(
                                "      - {id: a, label: \"This\", to: look}\n",
                                options.formatted(many));

        var lint = lint(tree);

        assertThat(lint.hasErrors()).isTrue();
        assertThat(lint.problems()).hasSizeLessThanOrEqualTo(1_001);
        assertThat(lint.problems().getLast().rule()).isEqualTo("too-many");
    }

    @Test
    void readsBranchFilesAsOneTreeAndTellsIdsThatStandInBoth() {
        var main =
                new Source(
                        "tree.yaml",
                        Given.small()
                                .replace(
                                        "  done: {say: \"Done.\", end: resolved, verified: true}\n",
                                        ""));
        var branch =
                new Source(
                        "branches/more.yaml",
                        "nodes:\n"
                                + "  done: {say: \"Done.\", end: resolved, verified: true}\n"
                                + "  told: {say: \"Twice.\", end: resolved}\n");

        var problems =
                new Linter(Given.SMALL)
                        .lint(new TreeFiles(main, List.of(branch), Map.of(), null, null))
                        .problems();

        assertThat(problems)
                .filteredOn(Problem::isError)
                .extracting(Problem::toString)
                .containsExactly(
                        "branches/more.yaml:3: error duplicate-id: \"told\" stands on line 15 of"
                                + " tree.yaml and again on line 3 of branches/more.yaml. One would"
                                + " silently replace the other: rename one.");
    }

    @Test
    void tellsWhatATranslationMissesAndWhatIsStale() {
        var hindi =
                new Source(
                        "texts/hi-IN.yaml",
                        """
                        q: {of: "What was it?", text: "क्या हुआ?"}
                        q/a: {of: "This", text: "यह"}
                        dune: {of: "Done.", text: "हो गया।"}
                        told: {of: "Wait a little.", text: "<b>रुकिए</b>"}
                        contact: {of: "A person will answer you.", text: "{nobody} जवाब देगा।"}
                        """);

        var problems =
                new Linter(Given.SMALL)
                        .lint(
                                new TreeFiles(
                                        new Source("tree.yaml", Given.small()),
                                        List.of(),
                                        Map.of("hi-IN", hindi),
                                        null,
                                        null))
                        .problems();

        assertThat(problems)
                .extracting(Problem::toString)
                .contains(
                        "texts/hi-IN.yaml:1: warning translation: hi-IN: \"q/b\" is missing",
                        "texts/hi-IN.yaml:1: warning translation: hi-IN: \"done\" is missing",
                        "texts/hi-IN.yaml:1: warning translation: hi-IN: \"q\" was translated from"
                                + " an older text: \"What was it?\"",
                        "texts/hi-IN.yaml:3: warning translation: hi-IN: the tree has no text"
                                + " \"dune\". Did you mean \"done\"?",
                        "texts/hi-IN.yaml:4: error markup: \"told\": texts are plain; <b> would be"
                                + " shown letter by letter. Remove it.",
                        "texts/hi-IN.yaml:5: error placeholder: hi-IN: \"contact\" uses {nobody};"
                            + " known here: subscription, sync_state. A placeholder without a value"
                            + " makes the node's text without: add one.");
    }

    @Test
    void warnsWhereTheFirstOptionIsHardlyPicked() {
        var picks = new Picks(Map.of("q", Map.of("a", 1, "b", 49)));
        var few = new Picks(Map.of("q", Map.of("a", 0, "b", 29)));
        var files = TreeFiles.of(new Source("tree.yaml", Given.small()));

        assertThat(new Linter(Given.SMALL).lint(files, picks).problems())
                .extracting(Problem::message)
                .contains(
                        "\"q\": only 2% of people pick the first option; the most picked is the"
                                + " second.");
        assertThat(new Linter(Given.SMALL).lint(files, few).problems())
                .extracting(Problem::rule)
                .doesNotContain("order");
    }

    private static Lint lint(String tree) {
        return new Linter(Given.SMALL).lint(TreeFiles.of(new Source("tree.yaml", tree)));
    }

    private static String question(String id, String next) {
        return """
          %s:
            ask: "Which?"
            options: [{id: a, label: "A", to: %s}, {id: b, label: "B", to: contact}]
        """
                .formatted(id, next);
    }

    /** As long as a tree may be: one check leads to the next. */
    private static String chain(int nodes) {
        var tree =
                new StringBuilder(
                        """
                        tree: long
                        format: 1
                        locale: en
                        contact: c
                        entries: {default: n1, screens: {payments: n1}}
                        facts: {sync_state: [good]}
                        nodes:
                          c: {say: "A person.", end: escalate}
                        """);
        for (var i = 1; i < nodes; i++) {
            var next = i + 1 < nodes ? "n" + (i + 1) : "c";
            tree.append(
                    "  n%d: {check: sync_state, is: {good: %s}, unknown: c}\n".formatted(i, next));
        }
        return tree.toString();
    }
}

package dev.sayso.help.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** Each rule by one change to a tree that is right: what is replaced, by what, and what is told. */
class LintRuleTests {
    @ParameterizedTest
    @MethodSource({"yaml", "shapes", "ways", "services", "texts"})
    void tellsLineRuleAndMessage(String text, String by, int line, String rule, String message) {
        var problems = Given.problemsOf(text, by);

        assertThat(problems)
                .anySatisfy(
                        problem -> {
                            assertThat(problem.rule()).isEqualTo(rule);
                            assertThat(problem.message()).isEqualTo(message);
                            assertThat(problem.file()).isEqualTo("tree.yaml");
                            assertThat(problem.line()).isEqualTo(line);
                        });
    }

    static Stream<Arguments> yaml() {
        return Stream.of(
                arguments(
                        "to: look}",
                        "to: *base}",
                        11,
                        "alias",
                        "Line 11 uses the alias *base. Anchors, aliases, merge keys and !!tags are"
                                + " not read here: write it out, or point to the node with to:."),
                arguments(
                        "told: {say",
                        "told: &base {say",
                        16,
                        "alias",
                        "Line 16 uses the anchor &base. Anchors, aliases, merge keys and !!tags are"
                                + " not read here: write it out, or point to the node with to:."),
                arguments(
                        "done: {say",
                        "done: {<<: told, say",
                        15,
                        "alias",
                        "Line 15 uses the merge key <<. Anchors, aliases, merge keys and !!tags are"
                                + " not read here: write it out, or point to the node with to:."),
                arguments(
                        "say: \"Done.\"",
                        "say: !!javax.script.ScriptEngineManager \"Done.\"",
                        15,
                        "tag",
                        "Line 15 uses the tag !!javax.script.ScriptEngineManager. Anchors, aliases,"
                            + " merge keys and !!tags are not read here: write it out, or point to"
                            + " the node with to:."),
                arguments(
                        "label: \"This\"",
                        "label: [[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]",
                        11,
                        "nested",
                        "Line 11 opens a 21st level of brackets; no tree needs more than 20."),
                arguments(
                        "ask: \"What is it?\"",
                        "ask: Which: this or that?",
                        9,
                        "yaml",
                        "Line 9: a text with , : ? # or {} needs quotes: ask: \"Which: this or"
                                + " that?\"."),
                arguments(
                        "label: \"This\"",
                        "label: This, or the other",
                        11,
                        "yaml",
                        "Line 11: a text with , : ? # or {} needs quotes: label: \"This, or the"
                                + " other\"."),
                arguments(
                        "  told: {say",
                        "  done: {say",
                        16,
                        "duplicate-id",
                        "\"done\" stands on line 15 and again on line 16. One would silently"
                                + " replace the other: rename one."),
                arguments(
                        "id: b",
                        "id: no",
                        12,
                        "boolean-id",
                        "Line 12: the id no is read as false by YAML. Write \"no\" with quotes."),
                arguments(
                        "id: b",
                        "id: 12",
                        12,
                        "boolean-id",
                        "Line 12: the id 12 is read as a number by YAML. Write \"12\" with"
                                + " quotes."),
                arguments(
                        "label: \"That\"",
                        "lable: \"That\"",
                        12,
                        "unknown-key",
                        "Line 12: \"lable\" is not a key of an option. Did you mean \"label\"?"),
                arguments(
                        "format: 1",
                        "format: 2",
                        2,
                        "yaml",
                        "format: 2 is not known here; this version reads format: 1."));
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                arguments(
                        "told: {say:",
                        "told: {ask: \"Well?\", say:",
                        16,
                        "kind",
                        "\"told\" has both ask and say. A node asks, checks, does or ends: split it"
                                + " in two."),
                arguments(
                        "\"Done.\", end: resolved, verified: true}",
                        "\"Done.\"}",
                        15,
                        "no-outcome",
                        "\"done\" ends without an outcome. Add end: resolved or end: escalate."),
                arguments(
                        "      - {id: b, label: \"That\", to: try}\n",
                        "",
                        10,
                        "options",
                        "\"q\" has 1 option (2 to 6 are possible)."),
                arguments("id: b", "id: a", 12, "options", "\"q\" has the option id \"a\" twice."),
                arguments(
                        "\"That\"",
                        "\"this. \"",
                        12,
                        "options",
                        "\"q\" has two options that read the same."),
                arguments(
                        "timeout: contact",
                        "timeot: contact",
                        14,
                        "action",
                        "\"try\" does not say where timeout goes. success, failure and timeout are"
                                + " all needed."),
                arguments(
                        "do: look_again,",
                        "do: look_again, confirm: \"Again?\",",
                        14,
                        "action",
                        "\"try\" does not say where declined goes. With confirm: it is needed."));
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                arguments(
                        "to: look}",
                        "to: lok}",
                        11,
                        "dangling",
                        "\"q\", option \"a\", goes to \"lok\", which does not exist. Did you mean"
                                + " \"look\"?"),
                arguments(
                        "if_not: contact",
                        "if_not: person",
                        16,
                        "dangling",
                        "\"told\", if_not, goes to \"person\", which does not exist."),
                arguments(
                        "payments: q}",
                        "payments: qq.start}",
                        5,
                        "dangling",
                        "entries.screens.payments goes to \"qq.start\", which does not exist."),
                arguments(
                        "  contact: {",
                        "  old.coupon: {say: \"Old.\", end: resolved}\n  contact: {",
                        17,
                        "orphan",
                        "Nobody can reach \"old.coupon\": no entry, option or outcome leads to it."
                                + " Link it or delete it."),
                arguments(
                        "if_not: contact",
                        "if_not: q",
                        16,
                        "cycle",
                        "These go round in a circle: told -> q -> look -> told. Let \"if_not\" of"
                                + " told (line 16) go to an answer or to contact."),
                arguments(
                        "failure: told",
                        "failure: done",
                        14,
                        "failure-ok",
                        "When \"try\" fails, people land on \"done\", which says it is verified. A"
                                + " failure goes to a question, an unverified answer or a person."),
                arguments(
                        "unknown: told}",
                        "unknown: done}",
                        15,
                        "unproven",
                        "\"done\" is verified but can be reached from \"look\" without a succeeded"
                                + " action. Drop verified: true: then the person is asked."),
                arguments(
                        "contact: contact",
                        "contact: told",
                        4,
                        "no-contact",
                        "The tree names no contact, or it is no escalate ending. Without it people"
                                + " would have no way out."),
                arguments(
                        "contact: contact\n",
                        "",
                        1,
                        "no-contact",
                        "The tree names no contact, or it is no escalate ending. Without it people"
                                + " would have no way out."));
    }

    static Stream<Arguments> services() {
        return Stream.of(
                arguments(
                        "check: sync_state",
                        "check: sync_sate",
                        13,
                        "fact",
                        "\"look\" checks \"sync_sate\", which is not declared or the service does"
                                + " not know. Known: sync_state. Did you mean \"sync_state\"?"),
                arguments(
                        "good: told, bad: try",
                        "good: told",
                        13,
                        "fact",
                        "\"look\": is has no line for \"bad\"."),
                arguments(", unknown: told", "", 13, "fact", "\"look\": unknown: is missing."),
                arguments(
                        "[good, bad]",
                        "[good, bad, broken]",
                        6,
                        "fact",
                        "facts gives \"sync_state\" the value \"broken\", which it never has."),
                arguments(
                        "do: look_again",
                        "do: look_agian",
                        14,
                        "action",
                        "\"try\": no action named \"look_agian\" is registered. Did you mean"
                                + " \"look_again\"?"),
                arguments(
                        "do: look_again",
                        "do: save_again",
                        14,
                        "risky",
                        "\"save_again\" spends money or changes data: add confirm:."),
                arguments(
                        "payments: q}",
                        "payment: q}",
                        5,
                        "entry",
                        "entries.screens.payment: the app has no screen \"payment\". Did you mean"
                                + " \"payments\"?"),
                arguments(
                        "payments: q}",
                        "payment: q}",
                        5,
                        "entry",
                        "Screen \"payments\" has no entry; it starts at \"q\"."),
                arguments(
                        "default: q, ",
                        "",
                        5,
                        "entry",
                        "entries.default is missing: it says where one begins who came from"
                                + " nowhere."));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments(
                        "\"This\"",
                        "\"<script>alert(1)</script>\"",
                        11,
                        "markup",
                        "\"q\", option \"a\": texts are plain; <script> would be shown letter by"
                                + " letter. Remove it."),
                arguments(
                        "\"Done.\"",
                        "\"Done \\u202Enow.\"",
                        15,
                        "markup",
                        "\"done\": texts are plain; the hidden character U+202E would confuse who"
                                + " reads. Remove it."),
                arguments(
                        "\"Done.\"",
                        "\"{subscripton} is done.\"",
                        15,
                        "placeholder",
                        "\"done\" uses {subscripton}; known here: subscription, sync_state. A"
                                + " placeholder without a value makes the node's text without: add"
                                + " one."),
                arguments(
                        "\"What is it?\"",
                        "\"What is it that you want to tell us about the thing that you saw on the"
                                + " page of the day?\"",
                        9,
                        "long",
                        "\"q\": the question has 21 words; people read 20. A label may have 40"
                                + " characters."),
                arguments(
                        "\"This\"",
                        "\"This thing which is longer than anybody reads\"",
                        11,
                        "long",
                        "\"q\", option \"a\": the label has 45 characters. A label may have 40"
                                + " characters."));
    }
}

package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.account.FrontDesk;
import dev.sayso.help.ShippedHelp;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Map;

/** Trees that change while people walk them. */
@House.Open
class HelpPublicationTests {
    private static final String TREE = ShippedHelp.files(ShippedHelp.SAYSO).main().text();

    @Autowired House house;
    @Autowired FrontDesk desk;
    private Api api;

    @BeforeEach
    void afresh() {
        api = house.afresh();
    }

    @Test
    void servesANewVersionToNewSessionsAndLeavesRunningOnesOnTheirs() {
        var running = start("{}");

        var published = publish(withoutVoice());

        assertThat(published.status()).isEqualTo(201);
        assertThat(start("{}").get("tree_version")).isEqualTo(published.get("version"));
        assertThat(api.get(path(running)).get("tree_version"))
                .isEqualTo(running.get("tree_version"))
                .isNotEqualTo(published.get("version"));
        assertThat(answer(answer(running, "words"), "voice").get("node")).isEqualTo("voice.what");
        assertThat(answer(answer(start("{}"), "words"), "voice").get("reason"))
                .isEqualTo("unknown_answer");
    }

    @Test
    void bringsACorrectedTextToRunningSessionsAtTheirNextView() {
        publish(TREE);
        var running = start("{}");

        var published =
                publish(TREE.replace("What do you need help with?", "What can we do for you?"));

        assertThat(published.get("version")).isEqualTo(running.get("tree_version"));
        assertThat(published.get("revision")).isEqualTo("2");
        var again = api.get(path(running));
        assertThat(again.get("text")).isEqualTo("What can we do for you?");
        assertThat(again.get("step")).isEqualTo(running.get("step"));
        var end = api.post(path(running) + "/escalate", "{}");
        var ticket = api.get("/api/help/tickets/" + end.get("ticket"));
        assertThat(ticket.get("transcript.1.shown")).isEqualTo("What do you need help with?");
    }

    @Test
    void stopsSessionsWhoseVersionWasWithdrawnAndLetsThemBeginAgain() {
        publish(TREE);
        var harmful = publish(withoutVoice()).get("version");
        var one = answer(start("{}"), "add");
        var two = start("{}");

        var withdrawn = api.post("/api/help/trees/" + harmful + "/withdraw", "{}");

        assertThat(withdrawn.get("version")).isNotEqualTo(harmful);
        var stopped = api.get(path(one));
        assertThat(stopped.get("kind")).isEqualTo("withdrawn");
        assertThat(stopped.get("options")).isEqualTo("[]");
        assertThat(stopped.get("exit.label")).isEqualTo("Ask a person");
        var refused = answer(one, "cannot");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.get("view.kind")).isEqualTo("withdrawn");
        var again = api.post(path(one) + "/restart", "{}");
        assertThat(again.get("kind")).isEqualTo("question");
        assertThat(again.get("node")).isEqualTo("start");
        assertThat(again.get("tree_version")).isEqualTo(withdrawn.get("version"));
        assertThat(answer(again, "words").get("node")).isEqualTo("start.words");
        var person = api.post(path(two) + "/escalate", "{}");
        assertThat(person.get("reason")).isEqualTo("withdrawn");
        assertThat(person.get("ticket")).isNotNull();
    }

    @Test
    void refusesAWithdrawnVersionForGoodAndTheOnlyOneToBeWithdrawn() {
        publish(TREE);
        var only = start("{}").get("tree_version");
        assertThat(api.post("/api/help/trees/" + only + "/withdraw", "{}").status()).isEqualTo(409);
        assertThat(start("{}").status()).isEqualTo(201);

        var other = publish(withoutVoice()).get("version");
        api.post("/api/help/trees/" + other + "/withdraw", "{}");

        assertThat(publish(withoutVoice()).status()).isEqualTo(409);
        assertThat(api.post("/api/help/trees/" + other + "/serve", "{}").status()).isEqualTo(409);
    }

    @Test
    void goesBackToAVersionThatServedBefore() {
        var first = publish(TREE).get("version");
        publish(withoutVoice());

        var back = api.post("/api/help/trees/" + first + "/serve", "{}");

        assertThat(back.status()).isEqualTo(200);
        assertThat(start("{}").get("tree_version")).isEqualTo(first);
        var history = api.get("/api/help/trees");
        assertThat(history.get("version")).isEqualTo(first);
        assertThat(history.get("history.0.act")).isEqualTo("served");
        assertThat(history.get("history.1.act")).isEqualTo("published");
        assertThat(history.get("history.0.by")).isEqualTo("local");
    }

    @Test
    void goesBackToEarlierTexts() {
        publish(TREE);
        var version = publish(TREE.replace("need help with?", "need?")).get("version");

        api.post("/api/help/trees/" + version + "/serve", "{\"revision\": 1}");

        assertThat(start("{}").get("text")).isEqualTo("What do you need help with?");
    }

    @Test
    void publishesTheSameFilesOnce() {
        assertThat(publish(TREE).status()).isEqualTo(201);

        var again = publish(TREE);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.get("revision")).isEqualTo("1");
        assertThat(api.get("/api/help/trees").json().get("history")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'add.person: {', 'add.nobody: {', dangling",
        "'Adding a subscription', '<script>alert(1)</script>', markup",
        "'  contact: {say: \"A person will answer you.\", end: escalate, queue: support}',"
                + " '  contact: {say: \"A person will answer you.\"}', no-outcome",
        "'format: 1', 'format: &a 1', alias",
    })
    void refusesAFaultyTreeWithAllThatIsWrongAndServesOnWhatServed(
            String good, String bad, String rule) {
        var serving = start("{}").get("tree_version");

        assertThat(TREE).contains(good);

        var refused = publish(TREE.replace(good, bad));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.get("problems")).contains("\"" + rule + "\"");
        assertThat(start("{}").get("tree_version")).isEqualTo(serving);
    }

    @Test
    void takesTheFilesOfAFormAndAnAlreadyLargeTree() {
        var border = "x-border";
        var body = new StringBuilder();
        part(body, border, "file", "tree.yaml", TREE + "# " + "x".repeat(200_000) + "\n");
        part(
                body,
                border,
                "texts",
                "hi-IN.yaml",
                ShippedHelp.files(ShippedHelp.SAYSO).texts().get("hi-IN").text());
        body.append("--").append(border).append("--\r\n");

        var published =
                api.send(
                        "POST",
                        "/api/help/trees",
                        body.toString(),
                        Map.of("Content-Type", "multipart/form-data; boundary=" + border));

        assertThat(published.status()).isEqualTo(201);
        assertThat(start("{\"locale\": \"hi-IN\"}").get("text"))
                .isEqualTo("आपको किसमें मदद चाहिए?");
    }

    @Test
    void refusesABodyThatNoTreeHas() {
        assertThat(publish("x".repeat(1_100_000)).status()).isEqualTo(413);
        var large = publish(TREE + "# " + "x".repeat(800_000) + "\n");
        assertThat(large.status()).isEqualTo(422);
        assertThat(large.get("problems.0.rule")).isEqualTo("too-large");
    }

    @Test
    void drawsWhatServesWithItsFigures() {
        var version = publish(TREE).get("version");
        answer(start("{}"), "pay");
        var path = "/api/help/trees/" + version + "/picture";

        var svg = api.get(path);
        assertThat(svg.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
        assertThat(svg.text()).contains("<svg", "What do you need help with?", "1 reached");
        assertThat(api.get(path + "?format=mermaid").text())
                .startsWith("flowchart TD")
                .contains("A payment or a renewal (1)");
        assertThat(api.get(path + "?format=dot").text()).startsWith("digraph");
        assertThat(api.get(path + "?format=png").status()).isEqualTo(400);
        assertThat(api.get("/api/help/trees/none/picture").status()).isEqualTo(404);
        assertThat(api.get("/help/trees").text())
                .contains("How help helps", version.substring(0, 12));
    }

    @Test
    void isForOperatorsAlone() {
        var token = desk.token(desk.add("asha", false), null).reveal();
        var as = Map.of("Authorization", "Bearer " + token);

        for (var path : new String[] {"/api/help/trees", "/help/trees", "/help/tickets"}) {
            assertThat(api.send("GET", path, (String) null, as).status()).as(path).isEqualTo(403);
        }
        assertThat(api.send("POST", "/api/help/trees", Api.json(Map.of("tree", TREE)), as).status())
                .isEqualTo(403);
    }

    @Test
    void keepsFiguresOfTwoVersionsApartWhereTheNodeDiffers() {
        publish(TREE);
        answer(answer(start("{}"), "words"), "voice");
        var before = start("{}").get("tree_version");
        publish(withoutVoice());
        answer(start("{}"), "words");

        var nodes = api.get("/api/help/analytics/funnel").json().get("nodes");

        assertThat(nodes.at("/start/reached").asInt()).isEqualTo(3);
        assertThat(nodes.at("/start.words/reached").asInt()).isEqualTo(1);
        var apart = "start.words@" + before.substring(0, 8);
        assertThat(nodes.at("/" + apart + "/reached").asInt()).isEqualTo(1);
    }

    private static void part(
            StringBuilder body, String border, String name, String file, String text) {
        body.append("--").append(border).append("\r\nContent-Disposition: form-data; name=\"");
        body.append(name).append("\"; filename=\"").append(file).append("\"\r\n\r\n");
        body.append(text).append("\r\n");
    }

    /** Another structure: voice is offered no more, but still reached by its topic. */
    private static String withoutVoice() {
        var option =
                "      - {id: voice, label: \"Speaking does not work\", to: voice.what, also:"
                        + " [voice, microphone, mic]}\n";
        assertThat(TREE).contains(option);
        return TREE.replace(
                option,
                "      - {id: speaking, label: \"Speaking does not work\", to: voice.what}\n");
    }

    private Api.Answer publish(String tree) {
        return api.post("/api/help/trees", Api.json(Map.of("tree", tree)));
    }

    private Api.Answer start(String body) {
        return api.post("/api/help/sessions", body);
    }

    private Api.Answer answer(Api.Answer view, String option) {
        return api.post(
                path(view) + "/answers",
                Api.json(
                        Map.of(
                                "step",
                                Integer.parseInt(view.get("step")),
                                "node",
                                view.get("node"),
                                "option",
                                option)));
    }

    private static String path(Api.Answer view) {
        return "/api/help/sessions/" + view.get("session");
    }
}

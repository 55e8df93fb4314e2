package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.account.FrontDesk;
import dev.sayso.help.ShippedHelp;
import dev.sayso.help.tree.Linter;
import dev.sayso.help.tree.Tree;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every way there is, from every screen: each ends at a solution that was confirmed, or at a ticket
 * that an agent answers and whose answer the person reads.
 */
@House.Open
class HelpEveryWayTests {
    private static final Tree TREE =
            new Linter(ShippedHelp.vocabulary())
                    .lint(ShippedHelp.files(ShippedHelp.SAYSO))
                    .tree()
                    .orElseThrow();

    @Autowired House house;
    @Autowired FrontDesk desk;
    private Api api;
    private Map<String, String> asha;

    @BeforeEach
    void afresh() {
        api = house.afresh();
        asha =
                Map.of(
                        "Authorization",
                        "Bearer " + desk.token(desk.add("asha", false), null).reveal());
    }

    static Stream<String> screens() {
        return ShippedHelp.vocabulary().screens().stream();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void endsAtAConfirmedSolutionOrAtATicketThatAnAgentAnswers(String screen) {
        var entry = TREE.entries().screens().get(screen);
        assertThat(entry).as("the branch of " + screen).isNotNull();
        say("Netflix 499 monthly");

        var ends = walkEveryWay(screen, entry);

        assertThat(ends).as("both kinds of ends").contains("resolved", "escalated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Netflix",
                "Netflix 499",
                "499 monthly",
                "Netflix 499 monthly",
                "bought shoes for 2000",
                "what do I spend a month"
            })
    void endsSoWhateverWasSaidLast(String said) {
        say(said);

        assertThat(walkEveryWay("add_subscription", null)).contains("resolved", "escalated");
    }

    private void say(String text) {
        api.send("POST", "/api/captures", Api.json(Map.of("text", text)), asha);
    }

    /**
     * @param entry where it has to begin, unless a fact answers that
     */
    private Set<String> walkEveryWay(String screen, String entry) {
        var ends = new HashSet<String>();
        var ways = new ArrayDeque<List<String>>();
        ways.add(List.of());
        var walked = 0;
        while (!ways.isEmpty()) {
            var way = ways.remove();
            var view = walk(screen, entry, way);
            if (view.get("kind").equals("end")) {
                ends.add(checked(view, way));
                walked++;
                continue;
            }
            assertThat(way).as("a way that does not end").hasSizeLessThan(16);
            assertThat(view.get("exit.label")).as("a way to a person at %s", way).isNotBlank();
            for (var option : view.json().get("options")) {
                var further = new ArrayList<>(way);
                further.add(option.get("id").asString());
                ways.add(further);
            }
        }
        assertThat(walked).isGreaterThan(1);
        return ends;
    }

    private Api.Answer walk(String screen, String entry, List<String> way) {
        var view = post("/api/help/sessions", Map.of("entry", Map.of("screen", screen)));
        if (entry != null && view.get("skipped").equals("[]")) {
            assertThat(view.get("node")).isEqualTo(entry);
        }
        for (var option : way) {
            view =
                    post(
                            path(view) + "/answers",
                            Map.of(
                                    "step",
                                    Integer.parseInt(view.get("step")),
                                    "node",
                                    view.get("node"),
                                    "option",
                                    option));
            assertThat(view.status()).as("%s", way).isEqualTo(200);
        }
        return view;
    }

    private String checked(Api.Answer end, List<String> way) {
        if (end.get("status").equals("resolved")) {
            assertThat(end.get("reason")).as("%s", way).isIn("confirmed", "verified");
            return "resolved";
        }
        assertThat(end.get("status")).as("%s", way).isEqualTo("escalated");
        assertThat(end.get("ticket")).as("%s", way).isNotBlank();
        var answered =
                api.post(
                        "/api/help/tickets/" + end.get("ticket") + "/reply",
                        "{\"text\": \"Here is how.\"}");
        assertThat(answered.status()).isEqualTo(200);
        var ticket = api.send("GET", path(end) + "/ticket", (String) null, asha);
        assertThat(ticket.get("lines.0.text")).as("%s", way).isEqualTo("Here is how.");
        return "escalated";
    }

    private Api.Answer post(String path, Map<String, ?> body) {
        return api.send("POST", path, Api.json(body), asha);
    }

    private static String path(Api.Answer view) {
        return "/api/help/sessions/" + view.get("session");
    }
}

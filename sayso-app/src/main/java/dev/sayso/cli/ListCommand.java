package dev.sayso.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shows the list of subscriptions, every page of it. */
final class ListCommand {
    private final Terminal terminal;

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    int run(Command.ShowList command) {
        var rows = rows(new RunningServer(command.server(), terminal.environment()));
        if (command.json()) {
            terminal.out().println(JsonMapper.shared().writeValueAsString(Map.of("items", rows)));
        } else {
            terminal.out().print(Listing.text(rows, Wording.of(terminal)));
        }
        return CommandLine.DONE;
    }

    private static List<JsonNode> rows(RunningServer server) {
        var rows = new ArrayList<JsonNode>();
        var after = "";
        do {
            var answer = server.get("/api/subscriptions" + after);
            if (answer.isProblem()) {
                throw new ServerProblem(answer.detail());
            }
            answer.body().path("items").forEach(rows::add);
            var next = answer.body().path("next").asString("");
            after =
                    next.isEmpty()
                            ? ""
                            : "?after=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!after.isEmpty());
        return rows;
    }
}

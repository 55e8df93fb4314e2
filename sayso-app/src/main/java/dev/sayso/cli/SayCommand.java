package dev.sayso.cli;

import java.util.Map;

/** Says a sentence to the server and shows what was understood. */
final class SayCommand {
    private final Terminal terminal;

    SayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    int run(Command.Say command) {
        var answer =
                new RunningServer(command.server(), terminal.environment())
                        .post("/api/captures", Map.of("text", command.text()));
        if (command.json()) {
            terminal.out().println(answer.text());
        } else if (answer.isProblem()) {
            throw new ServerProblem(answer.detail());
        } else {
            terminal.out().print(Understood.text(answer.body(), Wording.of(terminal)));
        }
        return answer.isProblem() ? CommandLine.NOT_DONE : CommandLine.DONE;
    }
}

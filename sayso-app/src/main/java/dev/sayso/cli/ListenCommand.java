package dev.sayso.cli;

/** Says to the server what was spoken into a file, and shows what was heard and understood. */
final class ListenCommand {
    private final Terminal terminal;

    ListenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    int run(Command.Listen command) {
        var answer =
                new RunningServer(command.server(), terminal.environment())
                        .post("/api/captures/voice", command.file());
        if (command.json()) {
            terminal.out().println(answer.text());
        } else if (answer.isProblem()) {
            var heard = answer.body().path("transcript").asString("");
            throw new ServerProblem(
                    heard.isEmpty() ? answer.detail() : "“" + heard + "”: " + answer.detail());
        } else {
            terminal.out().println("“" + answer.body().path("transcript").asString("") + "”");
            terminal.out().print(Understood.text(answer.body(), Wording.of(terminal)));
        }
        return answer.isProblem() ? CommandLine.NOT_DONE : CommandLine.DONE;
    }
}

package dev.sayso.cli;

import dev.sayso.language.Parser;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Runs what the command line asks for and returns the exit code: 0 when it was done, 1 when it
 * could not be, 2 when the command line itself cannot be read. Every refusal is a sentence on the
 * error stream; the output stream has results only.
 */
public final class CommandLine {
    public static final int DONE = 0;
    public static final int NOT_DONE = 1;
    public static final int MISUSED = 2;

    private final Terminal terminal;
    private final ToIntFunction<Command.Serve> serve;

    /**
     * @param serve starts the server; it is apart so that no other command loads it
     */
    public CommandLine(Terminal terminal, ToIntFunction<Command.Serve> serve) {
        this.terminal = terminal;
        this.serve = serve;
    }

    public int run(List<String> arguments) {
        try {
            return run(Arguments.read(arguments, terminal.environment()));
        } catch (Misuse e) {
            terminal.err().println("sayso: " + e.getMessage());
            return MISUSED;
        } catch (ServerProblem e) {
            terminal.err().println(e.getMessage());
            return NOT_DONE;
        } finally {
            terminal.out().flush();
        }
    }

    private int run(Command command) {
        return switch (command) {
            case Command.Serve it -> serve.applyAsInt(it);
            case Command.Say it -> new SayCommand(terminal).run(it);
            case Command.Listen it -> new ListenCommand(terminal).run(it);
            case Command.InstallVoice it -> new InstallVoiceCommand(terminal).run(it);
            case Command.DryRun it -> new DryRunCommand(terminal, Parser.standard()).run(it);
            case Command.ShowList it -> new ListCommand(terminal).run(it);
            case Command.ParseLines _ -> new ParseLinesCommand(terminal, Parser.standard()).run();
            case Command.Explain it ->
                    new DryRunCommand(terminal, Parser.standard()).explain(it.sentence());
            case Command.MeasureAccuracy it -> new AccuracyCommand(terminal).run(it);
            case Command.HelpTrees it ->
                    new HelpCommands(terminal.in(), terminal.out(), terminal.err())
                            .run(it.arguments());
            case Command.OfAccounts it -> new AccountCommand(terminal).run(it);
            case Command.MakeLink it -> new LinkCommand(terminal).run(it);
            case Command.MakeBackup it -> new BackupCommand(terminal).run(it);
            case Command.RestoreBackup it -> new BackupCommand(terminal).run(it);
            case Command.Rebuild it -> new RebuildCommand(terminal).run(it);
            case Command.Help _ -> show(Usage.TEXT);
            case Command.Version _ -> show("Sayso " + Usage.version() + "\n");
        };
    }

    private int show(String text) {
        terminal.out().print(text);
        return DONE;
    }
}

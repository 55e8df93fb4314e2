package dev.sayso.cli;

import dev.sayso.help.tree.Act;
import dev.sayso.help.tree.Guide;
import dev.sayso.help.tree.Move;
import dev.sayso.help.tree.Need;
import dev.sayso.help.tree.Node;
import dev.sayso.help.tree.State;
import dev.sayso.help.tree.Tree;
import dev.sayso.help.tree.Wordings;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Walks a tree at the terminal. What a service would read or run, the author says: so every branch
 * can be tried without one.
 */
final class TerminalWalk {
    private final Guide guide;
    private final Wordings wordings;
    private final Locale locale;
    private final BufferedReader in;
    private final PrintStream out;

    TerminalWalk(Tree tree, BufferedReader in, PrintStream out) {
        guide = new Guide(tree);
        wordings = new Wordings(tree);
        locale = Locale.forLanguageTag(tree.locale());
        this.in = in;
        this.out = out;
    }

    /** Whether the walk came to its end before the input did. */
    boolean run() throws IOException {
        out.println("b = back, r = start again, p = a person");
        var state = guide.start(guide.tree().entries().start());
        while (state.isOpen()) {
            var act = ask(state);
            if (act == null) {
                out.println("The walk did not end.");
                return false;
            }
            state =
                    switch (guide.act(state, act)) {
                        case Move.To(var next) -> next;
                        case Move.Refused _ -> {
                            out.println("That is not possible here.");
                            yield state;
                        }
                    };
        }
        var end = state.end();
        if (end != null) {
            say(end.node());
            out.println(
                    "[%s: %s, at %s]"
                            .formatted(end.status().wire(), end.reason().wire(), end.node()));
        }
        return true;
    }

    private @Nullable Act ask(State state) throws IOException {
        return switch (guide.need(state)) {
            case Need.Fact(var name) -> fact(name);
            case Need.Run(var act) -> result(act);
            case Need.Answer(var ask) -> {
                say(ask.id());
                var number = 1;
                for (var option : ask.options()) {
                    out.println("  %d  %s".formatted(number++, text(ask.id() + "/" + option.id())));
                }
                yield answer(ask.id(), ask.options());
            }
            case Need.Confirmation(var act) -> {
                say(act.id());
                out.println("  yes or no");
                yield answer(act.id(), List.of());
            }
            case Need.Verdict(var solution) -> {
                say(solution.id());
                out.println("  Did this solve it? yes or no");
                yield answer(solution.id(), List.of());
            }
            case Need.Nothing _ -> null;
        };
    }

    private @Nullable Act fact(String name) throws IOException {
        var values = guide.tree().facts().getOrDefault(name, List.of());
        out.println(
                "[fact %s: %s, or nothing for unknown]".formatted(name, String.join(", ", values)));
        var line = line();
        return line == null ? null : new Act.FactRead(name, line);
    }

    private @Nullable Act result(Node.Do act) throws IOException {
        while (true) {
            out.println("[action %s: success, failure or timeout]".formatted(act.action()));
            var line = line();
            if (line == null) {
                return null;
            }
            for (var result : Act.Result.values()) {
                if (result.name().equalsIgnoreCase(line)) {
                    return new Act.Ran(act.id(), result);
                }
            }
        }
    }

    private @Nullable Act answer(String node, List<Node.Option> options) throws IOException {
        var line = line();
        return switch (line) {
            case null -> null;
            case "b" -> new Act.Back();
            case "r" -> new Act.Restart();
            case "p" -> new Act.Escalate();
            case String number
                    when number.matches("[1-9]") && Integer.parseInt(number) <= options.size() ->
                    new Act.Choose(node, options.get(Integer.parseInt(number) - 1).id());
            case String words -> new Act.Say(node, words);
        };
    }

    private @Nullable String line() throws IOException {
        out.print("> ");
        out.flush();
        var line = in.readLine();
        out.println();
        return line == null ? null : line.strip();
    }

    private void say(String node) {
        out.println();
        out.println(text(node));
    }

    private String text(String key) {
        return HelpCommands.plain(wordings.of(key, locale, Map.of()).text());
    }
}

package dev.sayso.cli;

import dev.sayso.json.ContractJson;
import dev.sayso.language.Parser;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Understands a message a line, rows of labelled data included, and writes an outcome a line in the
 * same order. A line that is no message gets {@code {"error": "…"}} in its place and the rest goes
 * on, so that line n of the output is always about line n of the input.
 */
final class ParseLinesCommand {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Terminal terminal;
    private final Parser parser;

    ParseLinesCommand(Terminal terminal, Parser parser) {
        this.terminal = terminal;
        this.parser = parser;
    }

    int run() {
        try (var out =
                new BufferedWriter(
                        new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8), 1 << 16)) {
            var lines = new Lines(terminal.in());
            for (var batch = batch(lines); !batch.isEmpty(); batch = batch(lines)) {
                for (var answer : batch.parallelStream().map(this::answer).toList()) {
                    out.write(answer);
                    out.write('\n');
                }
                // who waits for this answer before the next question must get it
                out.flush();
                if (terminal.out().checkError()) {
                    return CommandLine.NOT_DONE; // nobody reads on
                }
            }
            return CommandLine.DONE;
        } catch (IOException e) {
            throw new ServerProblem("Standard input could not be read: " + e.getMessage());
        }
    }

    /** The next line, waited for, and those that are here already; empty at the end. */
    private static List<Lines.Line> batch(Lines lines) throws IOException {
        var batch = new ArrayList<Lines.Line>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            batch.add(line);
            if (!lines.isReady()) {
                break;
            }
        }
        return batch;
    }

    private String answer(Lines.Line line) {
        var text = line.text();
        if (text == null) {
            return error(line.problem());
        }
        if (text.isBlank()) {
            return error(
                    "the line is empty; give a message such as"
                            + " {\"text\": \"Netflix 499 monthly\", …}");
        }
        try {
            var json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            return ContractJson.write(parser.parse(ContractJson.readLabelled(json)));
        } catch (IllegalArgumentException e) {
            return error(e.getMessage());
        } catch (RuntimeException e) {
            // the parser promises never to throw; should it, one line is lost, not all that follow
            return error(
                    "Sayso stumbled over this line ("
                            + e.getClass().getSimpleName()
                            + "); please tell us");
        }
    }

    private static String error(@Nullable String sentence) {
        return JsonMapper.shared().writeValueAsString(Map.of("error", String.valueOf(sentence)));
    }
}

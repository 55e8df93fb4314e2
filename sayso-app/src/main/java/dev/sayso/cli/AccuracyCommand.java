package dev.sayso.cli;

import dev.sayso.json.Accuracy;
import dev.sayso.language.Parser;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;

/** Measures how well rows of labelled data are read. */
final class AccuracyCommand {
    private final Terminal terminal;

    AccuracyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    int run(Command.MeasureAccuracy command) {
        try {
            var lines = Files.readAllLines(command.file());
            var accuracy = Accuracy.of(lines, Parser.standard());
            terminal.out()
                    .println((command.json() ? accuracy.toJson() : accuracy.toTable()).strip());
            return CommandLine.DONE;
        } catch (CharacterCodingException e) {
            throw new ServerProblem(command.file() + " is not UTF-8; give rows of labelled data.");
        } catch (IOException e) {
            throw new ServerProblem(
                    command.file() + " cannot be read; give a file of labelled data.");
        }
    }
}

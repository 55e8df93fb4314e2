package dev.sayso.cli;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** What the command line asks for. */
public sealed interface Command {
    /**
     * Run the server.
     *
     * @param settings those of {@code --sayso.name=value}, as they came
     */
    record Serve(int port, Path data, List<String> settings) implements Command {}

    /** Say a sentence to the server that runs. */
    record Say(String text, URI server, boolean json) implements Command {}

    /** Understand a sentence here and store nothing. */
    record DryRun(
            String text,
            @Nullable Locale locale,
            @Nullable Currency currency,
            @Nullable OffsetDateTime now,
            boolean json)
            implements Command {}

    /** Show what the server has. */
    record ShowList(URI server, boolean json) implements Command {}

    /** Understand a message a line from standard input. */
    record ParseLines() implements Command {}

    /** Lint, walk or draw trees of guided help: the words behind {@code help}. */
    record HelpTree(List<String> words) implements Command {}

    record Help() implements Command {}

    record Version() implements Command {}
}

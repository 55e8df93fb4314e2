package dev.sayso.cli;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
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

    /** Say to the server what was spoken into a file. */
    record Listen(Path file, URI server, boolean json) implements Command {}

    /** Fetch the speech model into the data folder. */
    record InstallVoice(Path data) implements Command {}

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

    /** Show why a sentence is read as it is. */
    record Explain(DryRun sentence) implements Command {}

    /** Measure the reading by labelled data. */
    record MeasureAccuracy(Path file, boolean json) implements Command {}

    /**
     * Lint, walk or draw trees of help.
     *
     * @param arguments what stands behind {@code help}
     */
    record HelpTrees(List<String> arguments) implements Command {}

    /** What is done with accounts, in the data folder itself. */
    sealed interface OfAccounts extends Command {
        Path data();
    }

    /** Make an account and print its token. */
    record AddAccount(String name, boolean operator, @Nullable LocalDate until, Path data)
            implements OfAccounts {}

    /** Make an account of each name that the input has, a line each, and print their tokens. */
    record AddAccounts(boolean operator, @Nullable LocalDate until, Path data)
            implements OfAccounts {}

    /** Print another token of an account. */
    record AddToken(String name, @Nullable LocalDate until, Path data) implements OfAccounts {}

    /** Show the accounts and what lets them in. */
    record ListAccounts(Path data) implements OfAccounts {}

    /**
     * Take access away.
     *
     * @param what the id of one token or browser, or the name of an account for all of its
     */
    record Revoke(String what, Path data) implements OfAccounts {}

    /**
     * Print a link that signs a browser in.
     *
     * @param name whose; empty: who runs the installation
     * @param at where the browser reaches the server
     */
    record MakeLink(String name, URI at, Path data) implements Command {}

    /** Copy the database of the data folder. */
    record MakeBackup(Path file, Path data) implements Command {}

    /** Put a backup in the place of the database of the data folder. */
    record RestoreBackup(Path file, Path data) implements Command {}

    /** Make anew what is made from the log, in the data folder itself. */
    record Rebuild(Path data) implements Command {}

    record Help() implements Command {}

    record Version() implements Command {}
}

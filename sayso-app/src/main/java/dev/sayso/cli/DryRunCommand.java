package dev.sayso.cli;

import dev.sayso.json.ContractJson;
import dev.sayso.language.Explanation;
import dev.sayso.language.Message;
import dev.sayso.language.Parser;
import dev.sayso.language.Source;

import tools.jackson.databind.json.JsonMapper;

import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Locale;

/** Understands a sentence here and now, and stores nothing. */
final class DryRunCommand {
    /** The account's, where nothing else is said. */
    private static final Locale LOCALE = Locale.of("en", "IN");

    private final Terminal terminal;
    private final Parser parser;

    DryRunCommand(Terminal terminal, Parser parser) {
        this.terminal = terminal;
        this.parser = parser;
    }

    int run(Command.DryRun command) {
        var message = message(command);
        var outcome = ContractJson.write(parser.parse(message));
        if (command.json()) {
            terminal.out().println(outcome);
        } else {
            var wording = new Wording(message.locale(), message.now().toLocalDate());
            terminal.out().print(Understood.text(JsonMapper.shared().readTree(outcome), wording));
            terminal.out().println("  (A dry run: nothing was stored.)");
        }
        return CommandLine.DONE;
    }

    /** Shows why it is read so; that of the standard parser. */
    int explain(Command.DryRun command) {
        terminal.out().print(Explanation.of(message(command)).toText());
        return CommandLine.DONE;
    }

    private Message message(Command.DryRun command) {
        var locale = command.locale() == null ? LOCALE : command.locale();
        var currency = command.currency() == null ? currencyOf(locale) : command.currency();
        var now = command.now() == null ? OffsetDateTime.now(terminal.clock()) : command.now();
        return new Message(command.text(), Source.TYPED, locale, currency, now);
    }

    private static Currency currencyOf(Locale locale) {
        try {
            var currency = Currency.getInstance(locale);
            if (currency != null) {
                return currency;
            }
        } catch (IllegalArgumentException e) {
            // a language without a country has none
        }
        return Currency.getInstance(LOCALE);
    }
}

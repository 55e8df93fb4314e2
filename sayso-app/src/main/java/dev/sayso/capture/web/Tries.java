package dev.sayso.capture.web;

import dev.sayso.account.Account;
import dev.sayso.language.Message;
import dev.sayso.language.Parser;
import dev.sayso.language.Source;
import dev.sayso.platform.web.Words;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The sentences to try on the first day, with the underlines that saying them would bring. */
@Component
final class Tries {
    private final Parser parser;
    private final Clock clock;

    Tries(Parser parser, Clock clock) {
        this.parser = parser;
        this.clock = clock;
    }

    List<Said> of(Account account, Words words) {
        var now = clock.instant().atZone(account.zone()).toOffsetDateTime();
        return Stream.of("first.try.1", "first.try.2", "first.try.3")
                .map(words::say)
                .map(
                        text ->
                                new Message(
                                        text,
                                        Source.TYPED,
                                        account.locale(),
                                        account.currency(),
                                        now))
                .map(message -> new Glosses(words).said(message.text(), parser.parse(message)))
                .toList();
    }
}

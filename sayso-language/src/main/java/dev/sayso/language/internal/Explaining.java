package dev.sayso.language.internal;

import dev.sayso.language.Explanation;
import dev.sayso.language.Outcome;
import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Entry;
import dev.sayso.language.internal.words.Lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts into words what stands on the board. */
final class Explaining {
    private Explaining() {}

    static Explanation of(Board board, List<Span> spans, Outcome outcome) {
        var tokens = new ArrayList<Explanation.Token>();
        for (int i = 0; i < board.size(); i++) {
            var place = board.said(i, i + 1);
            var meanings = new ArrayList<String>();
            for (var entry : board.meanings(i)) {
                meanings.add(described(entry));
            }
            tokens.add(
                    new Explanation.Token(
                            place.start(), place.end(), board.token(i).key(), meanings));
        }
        var read = new ArrayList<Explanation.Span>();
        for (var span : spans) {
            var place = board.said(span);
            read.add(
                    new Explanation.Span(
                            place.start(),
                            place.end(),
                            span.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                            board.written(span.from(), span.to()).strip(),
                            described(span)));
        }
        return new Explanation(tokens, read, board.rivals(), outcome);
    }

    private static String described(Entry entry) {
        var value =
                entry.value() instanceof Lexicon.ServiceName named
                        ? named.service().name()
                        : entry.value().toString();
        return entry.tag() + (value.isEmpty() ? "" : "=" + value) + "/" + entry.size();
    }

    private static String described(Span span) {
        return switch (span) {
            case Span.Name name ->
                    name.written() != null
                            ? "their own: " + name.written()
                            : name.service() == null ? "" : name.service().name();
            case Span.Amount amount ->
                    amount.value().toPlainString()
                            + (amount.rival() == null
                                    ? ""
                                    : " or " + amount.rival().toPlainString())
                            + (amount.sign() == null ? "" : " " + amount.sign());
            case Span.Cycle cycle ->
                    cycle.cycle() == null ? "none that can be told" : cycle.cycle().wire();
            case Span.Lapse lapse -> lapse.length().toString();
            case Span.Day day -> day.form() + " " + day.a() + " " + day.b() + " " + day.c();
            case Span.Words words -> {
                var meanings = new ArrayList<String>();
                for (var entry : words.entries()) {
                    meanings.add(described(entry));
                }
                yield String.join(" ", meanings);
            }
            case Span.Other ignored -> "";
            case Span.Count count -> count.of();
            case Span.Mark ignored -> "";
        };
    }
}

package dev.sayso.capture.web;

import dev.sayso.capture.web.Said.Gloss;
import dev.sayso.event.Field;
import dev.sayso.language.Draft;
import dev.sayso.language.Origin;
import dev.sayso.language.Outcome;
import dev.sayso.platform.web.Words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says of each word that was read what it was read as. */
final class Glosses {
    private final Words words;

    Glosses(Words words) {
        this.words = words;
    }

    Said said(String text, Outcome outcome) {
        var glosses = new ArrayList<Gloss>();
        for (var draft : drafts(outcome)) {
            draft.origins()
                    .forEach(
                            (field, origin) -> {
                                if (origin instanceof Origin.Said at && isShown(field)) {
                                    glosses.add(new Gloss(at, gloss(field, draft)));
                                }
                            });
        }
        return Said.of(text, glosses);
    }

    private static List<Draft> drafts(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded(var readings, var drafts, _) ->
                    Stream.concat(readings.stream().map(Draft::of), drafts.stream()).toList();
            case Outcome.NeedsInput(var drafts, _) -> drafts;
            case Outcome.Ignored(_, var drafts) -> drafts;
            case Outcome.Query _, Outcome.Help _ -> List.of();
        };
    }

    /** The currency's sign is part of the price, and what kind of event it is the sentence says. */
    private boolean isShown(Field field) {
        return field != Field.CURRENCY && words.has("gloss." + field.wire());
    }

    private String gloss(Field field, Draft draft) {
        Map<Field, Object> values = draft.values();
        var key = "gloss." + field.wire();
        if (values.get(field) instanceof LocalDate day) {
            return words.say(key, words.day(day));
        }
        return field == Field.COST
                        && draft.origins().get(Field.CURRENCY) instanceof Origin.Implied
                        && values.get(Field.CURRENCY) instanceof Currency currency
                ? words.say(key + ".implied", words.sign(currency))
                : words.say(key);
    }
}

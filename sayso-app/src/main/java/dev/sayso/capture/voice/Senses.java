package dev.sayso.capture.voice;

import dev.sayso.catalogue.Catalogue;
import dev.sayso.event.Field;
import dev.sayso.json.ContractJson;
import dev.sayso.language.Outcome;
import dev.sayso.language.Reading;

import java.util.List;

/** Tells from what a text is understood as whether it makes sense. */
final class Senses {
    private static final Listening.Sense NONE = new Listening.Sense(Listening.Sense.Level.NONE, "");

    private final Catalogue catalogue;
    private final List<String> own;

    /**
     * @param own the names of the person's subscriptions
     */
    Senses(Catalogue catalogue, List<String> own) {
        this.catalogue = catalogue;
        this.own = own.stream().map(Catalogue::key).toList();
    }

    Listening.Sense of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded(var readings, var drafts, _) ->
                    drafts.isEmpty() && readings.stream().allMatch(Reading::sure)
                            ? new Listening.Sense(
                                    readings.stream().allMatch(this::isFamiliar)
                                            ? Listening.Sense.Level.FAMILIAR
                                            : Listening.Sense.Level.COMPLETE,
                                    meaning(readings))
                            : NONE;
            case Outcome.Query query ->
                    new Listening.Sense(Listening.Sense.Level.FAMILIAR, ContractJson.write(query));
            case Outcome.NeedsInput _, Outcome.Help _, Outcome.Ignored _ -> NONE;
        };
    }

    private static String meaning(List<Reading> readings) {
        return readings.stream()
                .map(it -> it.event().type() + it.event().fields().toString())
                .reduce("", String::concat);
    }

    private boolean isFamiliar(Reading reading) {
        return !(reading.event().fields().get(Field.NAME) instanceof String name)
                || own.contains(Catalogue.key(name))
                || catalogue.find(name).isPresent();
    }
}

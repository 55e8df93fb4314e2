package dev.sayso.language.internal.name;

import dev.sayso.catalogue.Service;

import org.jspecify.annotations.Nullable;

/**
 * What a subscription is called, and how well that is known.
 *
 * @param from the first token that it was read from
 * @param known whether the person has a subscription of that name
 * @param ambiguous whether several of the person's names fit: then it is no answer
 * @param certain whether it is the person's own or the catalogue's, not merely what remained
 */
public record Named(
        String name,
        int from,
        int to,
        boolean known,
        boolean ambiguous,
        boolean certain,
        @Nullable Service service) {
    public boolean isOnlySubscription() {
        return service != null && service.onlyBySubscription();
    }
}

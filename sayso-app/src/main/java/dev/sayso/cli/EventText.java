package dev.sayso.cli;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One event or draft of a reply in a line, and what else it says in lines below. */
final class EventText {
    private EventText() {}

    static String name(JsonNode event) {
        return event.path("name").asString("");
    }

    static String sentence(JsonNode event, Wording wording) {
        var price = price(event, wording);
        var what =
                switch (event.path("type").asString("")) {
                    case "SUBSCRIPTION_CREATED" -> price + cycle(event);
                    case "SUBSCRIPTION_PRICE_CHANGED" ->
                            "now " + price + day(" from ", event, "effective_on", wording);
                    case "SUBSCRIPTION_RENEWAL_SET" ->
                            "renews" + day(" on ", event, "next_renewal_on", wording);
                    case "SUBSCRIPTION_CYCLE_CHANGED" ->
                            "now "
                                    + often(event, price)
                                    + day(" from ", event, "effective_on", wording);
                    case "SUBSCRIPTION_CANCELLED" ->
                            "cancelled" + day(", from ", event, "effective_on", wording);
                    case "SUBSCRIPTION_PAUSED" ->
                            "paused" + day(" until ", event, "resumes_on", wording);
                    case "SUBSCRIPTION_RESUMED" -> "goes on";
                    case "PAYMENT_RECORDED" ->
                            price + " paid" + day(", ", event, "paid_on", wording);
                    case "REMINDER_SET" -> reminder(event);
                    default -> price + cycle(event);
                };
        return Stream.of(name(event), what.strip())
                .filter(part -> !part.isEmpty())
                .reduce((first, second) -> first + " · " + second)
                .orElse("Something about a subscription");
    }

    /** What a new subscription says beside its price. */
    static List<String> remarks(JsonNode event, Wording wording) {
        var remarks = new ArrayList<String>();
        if (event.path("type").asString("").equals("SUBSCRIPTION_CREATED")) {
            add(remarks, "free until ", event, "trial_ends_on", wording);
            add(remarks, "since ", event, "started_on", wording);
            add(remarks, "next renewal ", event, "next_renewal_on", wording);
            add(remarks, "ends ", event, "ends_on", wording);
        }
        if (implied(event, "currency").equals("default_currency") && event.hasNonNull("cost")) {
            remarks.add(event.path("currency").asString("") + " is assumed, as your currency");
        }
        if (event.path("type").asString("").equals("SUBSCRIPTION_CANCELLED")) {
            remarks.add("Sayso cannot cancel it there for you; that is done on their page");
        }
        return remarks;
    }

    private static void add(
            List<String> remarks, String words, JsonNode event, String field, Wording wording) {
        var day = day(words, event, field, wording);
        if (!day.isEmpty()) {
            remarks.add(day);
        }
    }

    private static String price(JsonNode event, Wording wording) {
        return event.hasNonNull("cost")
                ? wording.money(
                        event.path("cost").asString(""), event.path("currency").asString(""))
                : "";
    }

    private static String cycle(JsonNode event) {
        var cycle = event.path("billing_cycle").asString("");
        return cycle.isEmpty() ? "" : " " + Wording.every(cycle);
    }

    /** A day that a rule supplied is marked as the page marks it: {@code about 24 Dec?}. */
    private static String day(String words, JsonNode event, String field, Wording wording) {
        var day = event.path(field).asString("");
        if (day.isEmpty()) {
            return "";
        }
        var text = wording.day(day);
        return words + (implied(event, field).isEmpty() ? text : "about " + text + "?");
    }

    private static String implied(JsonNode event, String field) {
        return event.path("origins").path(field).path("rule").asString("");
    }

    private static String often(JsonNode event, String price) {
        return price.isEmpty()
                ? Wording.often(event.path("billing_cycle").asString(""))
                : price + cycle(event);
    }

    private static String reminder(JsonNode event) {
        int days = event.path("days_before").asInt(0);
        var when =
                switch (days) {
                    case 0 -> "on the day of renewal";
                    case 1 -> "one day before renewal";
                    default -> days + " days before renewal";
                };
        return "a reminder " + when;
    }
}

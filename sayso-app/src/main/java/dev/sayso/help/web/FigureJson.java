package dev.sayso.help.web;

import dev.sayso.help.figures.Figures;
import dev.sayso.help.figures.Rate;
import dev.sayso.help.figures.Spread;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Figures as the API tells them: each rate with numerator, denominator and the day it is final. */
final class FigureJson {
    private FigureJson() {}

    static Map<String, Object> of(Figures figures) {
        var json = new LinkedHashMap<String, Object>();
        json.put("counts", counts(figures.counts()));
        json.put("handled", rate(figures.handled()));
        json.put("best_case", rate(figures.bestCase()));
        json.put("bounces", rate(figures.bounces()));
        json.put("comparable", figures.comparable());
        json.put("false_resolutions", rate(figures.falseResolutions()));
        var nodes = new LinkedHashMap<String, Object>();
        figures.nodes().forEach((id, node) -> nodes.put(id, node(node)));
        json.put("nodes", nodes);
        json.put("picks", figures.picks());
        var steps = new LinkedHashMap<String, Object>();
        figures.steps().forEach((status, spread) -> steps.put(status.wire(), spread(spread)));
        json.put("steps", steps);
        json.put("time_to_resolution", time(figures.speed().toResolution()));
        json.put("within_2_minutes", rate(figures.speed().within2Minutes()));
        json.put("within_10_minutes", rate(figures.speed().within10Minutes()));
        json.put("within_24_hours", rate(figures.speed().within24Hours()));
        var reasons = new LinkedHashMap<String, Object>();
        figures.escalations().forEach((reason, count) -> reasons.put(reason.wire(), count));
        json.put("escalation_reasons", reasons);
        json.put("fact_hits", rate(figures.factHits()));
        json.put("objections", rate(figures.objections()));
        json.put("satisfied", rate(figures.satisfied()));
        json.put("responses", rate(figures.responses()));
        var human = new LinkedHashMap<String, Object>();
        human.put("to_reply", time(figures.humanTime().toReply()));
        human.put("to_reply_business_hours", time(figures.humanTime().toReplyInHours()));
        human.put("to_close", time(figures.humanTime().toClose()));
        human.put("to_close_business_hours", time(figures.humanTime().toCloseInHours()));
        json.put("human_time", human);
        json.put("returns", figures.returns());
        return json;
    }

    private static Map<String, Object> counts(Figures.Counts counts) {
        var json = new LinkedHashMap<String, Object>();
        json.put("started", counts.started());
        json.put("open", counts.open());
        json.put("resolved", counts.resolved());
        json.put("confirmed", counts.confirmed());
        json.put("verified", counts.verified());
        json.put("recontacted", counts.recontacted());
        json.put("escalated", counts.escalated());
        json.put("abandoned", counts.abandoned());
        json.put("unconfirmed", counts.unconfirmed());
        json.put("bounced", counts.bounced());
        return json;
    }

    private static Map<String, Object> node(Figures.NodeFigures node) {
        var json = new LinkedHashMap<String, Object>();
        json.put("reached", node.seen());
        json.put("left", rate(node.left()));
        json.put("exits", node.exits());
        json.put("skipped", node.skipped());
        return json;
    }

    private static Map<String, Object> rate(Rate rate) {
        var json = new LinkedHashMap<String, Object>();
        json.put("numerator", rate.numerator());
        json.put("denominator", rate.denominator());
        rate.value().ifPresent(value -> json.put("rate", value));
        rate.interval()
                .ifPresent(
                        interval -> {
                            json.put("low", interval.low());
                            json.put("high", interval.high());
                        });
        json.put("final_on", rate.finalOn().toString());
        json.put("provisional", rate.provisional());
        return json;
    }

    private static Map<String, Object> spread(Spread<Integer> spread) {
        var json = new LinkedHashMap<String, Object>();
        json.put("count", spread.count());
        json.put("median", spread.median());
        json.put("p90", spread.ninetieth());
        return json;
    }

    private static Map<String, Object> time(Optional<Spread<Duration>> spread) {
        var json = new LinkedHashMap<String, Object>();
        json.put("count", spread.map(Spread::count).orElse(0));
        spread.ifPresent(
                times -> {
                    json.put("median_seconds", times.median().toSeconds());
                    json.put("p90_seconds", times.ninetieth().toSeconds());
                });
        return json;
    }
}

package dev.sayso.help;

import dev.sayso.help.tree.End;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a person sees of a session. It can be made anew from the session at any time.
 *
 * @param lang the language that the text really has
 * @param options choices; of an action to confirm, and of an answer to judge, yes and no
 * @param asks the question beside an answer: whether it helped
 * @param asked how many questions were answered so far
 * @param atMost how many there can be in all on the way one is on
 * @param expiresAt when an open session ends by silence
 * @param rating how satisfied the person said to be; asked once, at the end
 * @param ticket the number under which a person answers, of a session that led to one
 */
public record HelpView(
        String session,
        int step,
        String treeVersion,
        int textRevision,
        String node,
        Kind kind,
        String text,
        String lang,
        @Nullable String asks,
        List<Option> options,
        String exitLabel,
        boolean canBack,
        List<Answer> trail,
        List<Skip> skipped,
        int asked,
        int atMost,
        String expiresAt,
        @Nullable End end,
        @Nullable Long ticket,
        @Nullable Integer rating,
        boolean entryNoted) {
    public HelpView {
        options = List.copyOf(options);
        trail = List.copyOf(trail);
        skipped = List.copyOf(skipped);
    }

    public enum Kind {
        QUESTION,
        CONFIRM,
        ANSWER,
        /** The questions were taken back: one begins again, or goes to a person. */
        WITHDRAWN,
        END;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record Option(String id, String label) {}

    /** An accepted answer. */
    public record Answer(String node, String option, String question, String label) {}

    /** A question that was not asked, and where its answer came from. */
    public record Skip(String node, String question, String option, String answer, String source) {}

    HelpView withTicket(@Nullable Long number) {
        return new HelpView(
                session,
                step,
                treeVersion,
                textRevision,
                node,
                kind,
                text,
                lang,
                asks,
                options,
                exitLabel,
                canBack,
                trail,
                skipped,
                asked,
                atMost,
                expiresAt,
                end,
                number,
                rating,
                entryNoted);
    }

    /** Where the way to a person is. */
    public String exitHref() {
        return "/api/help/sessions/" + session + "/escalate";
    }

    public String json() {
        return HelpJson.write(members());
    }

    public Map<String, Object> members() {
        var json = new LinkedHashMap<String, Object>();
        json.put("session", session);
        json.put("step", step);
        json.put("tree_version", treeVersion);
        json.put("text_revision", textRevision);
        json.put("node", node);
        json.put("kind", kind.wire());
        json.put("text", text);
        json.put("lang", lang);
        if (end == null) {
            if (asks != null) {
                json.put("asks", asks);
            }
            json.put(
                    "options",
                    options.stream().map(o -> Map.of("id", o.id(), "label", o.label())).toList());
            json.put("can_back", canBack);
            json.put("progress", Map.of("asked", asked, "at_most", atMost));
        } else {
            json.put("status", end.status().wire());
            json.put("reason", end.reason().wire());
            if (ticket != null) {
                json.put("ticket", ticket);
            }
            if (rating != null) {
                json.put("rating", rating);
            }
        }
        json.put("trail", trail.stream().map(HelpView::json).toList());
        json.put("skipped", skipped.stream().map(HelpView::json).toList());
        if (entryNoted) {
            json.put("note", "the screen or topic is not known; it starts at the default entry");
        }
        if (end == null) {
            json.put("expires_at", expiresAt);
            var exit = new LinkedHashMap<String, Object>();
            exit.put("label", exitLabel);
            exit.put("href", exitHref());
            json.put("exit", exit);
        }
        return json;
    }

    private static Map<String, Object> json(Answer answer) {
        var json = new LinkedHashMap<String, Object>();
        json.put("node", answer.node());
        json.put("option", answer.option());
        json.put("question", answer.question());
        json.put("answer", answer.label());
        return json;
    }

    private static Map<String, Object> json(Skip skip) {
        var json = new LinkedHashMap<String, Object>();
        json.put("node", skip.node());
        json.put("question", skip.question());
        json.put("option", skip.option());
        json.put("answer", skip.answer());
        json.put("source", skip.source());
        return json;
    }
}

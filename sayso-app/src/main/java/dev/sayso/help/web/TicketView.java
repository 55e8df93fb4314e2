package dev.sayso.help.web;

import dev.sayso.platform.web.Page;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * A ticket for those who answer.
 *
 * @param meanwhile whether somebody else was first; what was written stands in its field still
 * @param drafts what was written and not taken, by field
 */
public record TicketView(
        Page page,
        long number,
        long revision,
        String title,
        String stands,
        boolean open,
        boolean mine,
        boolean meanwhile,
        List<Line> lines,
        List<Event> story,
        List<String> facts,
        Map<String, String> drafts) {
    private static final List<String> CAUSES =
            List.of("explained", "mended", "known", "not_ours", "no_reply");

    public TicketView {
        lines = List.copyOf(lines);
        story = List.copyOf(story);
        facts = List.copyOf(facts);
        drafts = Map.copyOf(drafts);
    }

    /**
     * @param kind who speaks: {@code person}, {@code reply} or {@code note}
     */
    public record Line(String kind, String who, boolean yours, String text) {}

    /**
     * @param shown the words that the person read
     */
    public record Event(String when, String what, @Nullable String shown) {}

    public String say(String key, Object... arguments) {
        return page.words().say(key, arguments);
    }

    public String path(String act) {
        return "/help/tickets/" + number + "/" + act;
    }

    public List<String> causes() {
        return CAUSES;
    }

    public String draft(String field) {
        return drafts.getOrDefault(field, "");
    }
}

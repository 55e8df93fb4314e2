package dev.sayso.help.web;

import dev.sayso.help.HelpView;
import dev.sayso.platform.web.Page;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One step of help as a page.
 *
 * @param step what is asked or told; before the first answer there is no session yet
 * @param ending of a step that is the last
 * @param screen where the person came from, until the session begins
 * @param subscription which one the person looked at there
 * @param key by which a double press is known
 * @param tickets what the person asked people before
 */
public record StepView(
        Page page,
        @Nullable HelpView step,
        @Nullable EndingView ending,
        FirstView first,
        String screen,
        String topic,
        String subscription,
        String key,
        boolean over,
        List<TicketLine> tickets) {
    private static final List<Integer> RATINGS = List.of(1, 2, 3, 4, 5);

    public StepView {
        tickets = List.copyOf(tickets);
    }

    /** A ticket in the person's list. */
    public record TicketLine(String session, String sentence) {}

    public String say(String key, Object... arguments) {
        return page.words().say(key, arguments);
    }

    public String path(HelpView view, String act) {
        return "/help/" + view.session() + "/" + act;
    }

    public List<Integer> ratings() {
        return RATINGS;
    }

    /** Whether one can go back, from a question that was answered before. */
    public boolean isBegun(HelpView view) {
        return !view.trail().isEmpty() || !view.skipped().isEmpty();
    }
}

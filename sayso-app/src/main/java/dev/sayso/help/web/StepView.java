package dev.sayso.help.web;

import dev.sayso.help.HelpView;
import dev.sayso.platform.web.Page;

import org.jspecify.annotations.Nullable;

/**
 * One step of help as a page.
 *
 * @param step what is asked or told; before the first answer there is no session yet
 * @param screen where the person came from, until the session begins
 * @param subscription which one it is about, where the person came from its page
 */
public record StepView(
        Page page,
        @Nullable HelpView step,
        FirstView first,
        String screen,
        String topic,
        String subscription,
        boolean over) {
    public String say(String key, Object... arguments) {
        return page.words().say(key, arguments);
    }

    public String path(HelpView view, String act) {
        return "/help/" + view.session() + "/" + act;
    }

    /** Whether one can go back, from a question that was answered before. */
    public boolean isBegun(HelpView view) {
        return !view.trail().isEmpty() || !view.skipped().isEmpty();
    }
}

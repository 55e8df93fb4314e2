package dev.sayso.platform.web;

import org.springframework.web.servlet.ModelAndView;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the layout needs of a page.
 *
 * @param help where help begins for who is here: {@code ?screen=} and its name; empty for anywhere
 */
public record Page(Words words, Assets assets, String title, String help) {
    /** What the view of the request has for the bar, while it is rendered. */
    static final ScopedValue<Supplier<List<Bar.Place>>> BAR = ScopedValue.newInstance();

    public Page(Words words, Assets assets, String title) {
        this(words, assets, title, "");
    }

    /** The same page, whose help begins at the branch of that screen. */
    public Page on(String screen) {
        return new Page(words, assets, title, "?screen=" + screen);
    }

    /** The same page, whose help begins at the branch of that screen, about that subscription. */
    public Page on(String screen, String subscription) {
        return new Page(
                words,
                assets,
                title,
                "?screen="
                        + screen
                        + "&subscription="
                        + URLEncoder.encode(subscription, StandardCharsets.UTF_8));
    }

    public String asset(String name) {
        return assets.path(name);
    }

    /** The places of the bar. */
    public List<Bar.Place> places() {
        return BAR.isBound() ? BAR.get().get() : List.of();
    }

    /** Where a place of the bar leads from this page: help to the branch of its screen. */
    public String href(Bar.Place place) {
        return place.path().equals("/help") ? place.path() + help : place.path();
    }

    /** The template, whole page or part of one, with what it shows. */
    public static ModelAndView view(String template, Object view) {
        return new ModelAndView(template, JteView.VIEW, view);
    }
}

package dev.sayso.platform.web;

import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.function.Supplier;

/** What the layout needs of a page. */
public record Page(Words words, Assets assets, String title) {
    /** What the view of the request has for the bar, while it is rendered. */
    static final ScopedValue<Supplier<List<Bar.Place>>> BAR = ScopedValue.newInstance();

    public String asset(String name) {
        return assets.path(name);
    }

    /** The places of the bar. */
    public List<Bar.Place> places() {
        return BAR.isBound() ? BAR.get().get() : List.of();
    }

    /** The template, whole page or part of one, with what it shows. */
    public static ModelAndView view(String template, Object view) {
        return new ModelAndView(template, JteView.VIEW, view);
    }
}

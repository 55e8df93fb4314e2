package dev.sayso.platform.web;

import org.springframework.web.servlet.ModelAndView;

/** What the layout needs of a page. */
public record Page(Words words, Assets assets, String title) {
    public String asset(String name) {
        return assets.path(name);
    }

    /** The template, whole page or part of one, with what it shows. */
    public static ModelAndView view(String template, Object view) {
        return new ModelAndView(template, JteView.VIEW, view);
    }
}

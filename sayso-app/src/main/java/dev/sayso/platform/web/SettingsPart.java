package dev.sayso.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A part of the page of settings that a module offers as a bean; what it sets it does by forms to
 * paths of its own.
 */
public interface SettingsPart {
    /** Where it stands among the others: the lower the higher. */
    int order();

    Fragment show(HttpServletRequest request);
}

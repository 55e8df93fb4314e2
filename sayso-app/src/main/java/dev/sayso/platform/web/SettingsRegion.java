package dev.sayso.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A part of the settings page that a module offers: what is set there, by plain forms of its own.
 */
public interface SettingsRegion {
    /** Where on the page it stands, the smallest first, below what the account prefers. */
    int order();

    Fragment settings(HttpServletRequest request);
}

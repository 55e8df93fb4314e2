package dev.sayso.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A part of the home page that a module offers for the first view, and for those who read without a
 * script. Later it refreshes itself by a path of its own, so that modules meet in HTML only.
 */
public interface Region {
    /** Where on the page it stands. */
    enum Place {
        /** What one says, and what was understood. */
        SAY,
        /** What waits for a word of the person's. */
        DUE,
        /** What one has. */
        LIST
    }

    Place place();

    Fragment first(HttpServletRequest request);
}

package dev.sayso.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** One of the places of every page's bar, which a module offers as a bean. */
public interface BarPlace {
    /** The places there can be, in the order of the bar; its words are {@code place.SLOT}. */
    enum Slot {
        LIST,
        SPENDING,
        INBOX,
        HELP,
        SETTINGS
    }

    Slot slot();

    /** Its address; pages below it belong to it. */
    String path();

    /** How much is new there for whoever sent the request; nothing for a stranger. */
    default int unread(HttpServletRequest request) {
        return 0;
    }
}

package dev.sayso.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** Knows how to speak to whoever sent a request. */
public interface Wording {
    Words of(HttpServletRequest request);
}

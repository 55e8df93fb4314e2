package dev.sayso.capture.web;

/** Why the text is still in the box. */
public record RefusedView(String problem) {}

package dev.sayso.platform.web;

/**
 * A template with what it shows.
 *
 * @param template its path below the templates, without the ending: {@code subscription/list}
 */
public record Fragment(String template, Object view) {}

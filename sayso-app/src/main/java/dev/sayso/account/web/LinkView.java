package dev.sayso.account.web;

import dev.sayso.platform.web.Page;

/**
 * The page before the door.
 *
 * @param key what the link brought; empty without one
 */
public record LinkView(Page page, String heading, String next, String key) {}

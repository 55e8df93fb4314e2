package dev.sayso.notification.web;

import dev.sayso.platform.web.Page;

import org.jspecify.annotations.Nullable;

/**
 * What a link from outside leads to.
 *
 * @param address where the form goes; nothing when there is nothing to do
 */
public record ActView(
        Page page, String heading, String text, @Nullable String address, String act) {}

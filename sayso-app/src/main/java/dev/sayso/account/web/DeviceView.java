package dev.sayso.account.web;

/**
 * A browser or program that is let in.
 *
 * @param used when it was used last, in words; empty: never
 * @param here whether it is the one that asks
 */
public record DeviceView(
        String id, String what, String since, String used, boolean here, String act) {}

package dev.sayso.account.web;

/**
 * A browser or program that is let in.
 *
 * @param here whether it is the one that asks
 */
public record DeviceView(String id, String what, String since, boolean here, String act) {}

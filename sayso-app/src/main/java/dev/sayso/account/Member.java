package dev.sayso.account;

/** An account of the installation, and whether it runs it. */
public record Member(Account account, boolean operator) {}

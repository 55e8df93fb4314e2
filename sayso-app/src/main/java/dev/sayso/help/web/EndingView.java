package dev.sayso.help.web;

import org.jspecify.annotations.Nullable;

/**
 * The end of a session.
 *
 * @param solved what is said where no person is needed
 * @param talk with the person who answers, of a session that led to one
 * @param report to be sent to somebody, where nobody else answers here
 */
public record EndingView(
        String solved, @Nullable TalkView talk, @Nullable ReportView report, boolean asksHowWell) {}

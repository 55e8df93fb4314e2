package dev.sayso.notification;

import dev.sayso.account.Account;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a button of a notice does, wherever it is pressed: in the inbox, by a link in a mail, by a
 * button of ntfy. The module that enqueues the notice offers it as a bean. Its words are in the
 * message files: {@code notice.act.NAME} on the button, {@code notice.acted.NAME} once it is done.
 */
public interface NoticeAct {
    /** Its name in {@link Notice#acts}: lower-case letters and {@code _}. */
    String name();

    /**
     * Does it, in the unit that marks the notice; it is called once for a notice, whoever presses
     * what how often.
     */
    void run(JdbcClient db, Account account, StoredNotice notice);
}

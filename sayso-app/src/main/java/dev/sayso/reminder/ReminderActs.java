package dev.sayso.reminder;

import dev.sayso.account.Account;
import dev.sayso.notification.NoticeAct;
import dev.sayso.notification.StoredNotice;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the buttons of a reminder do, wherever they are pressed. */
@Configuration(proxyBeanMethods = false)
class ReminderActs {
    static final String DONE = "done";
    static final String SNOOZE = "snooze";

    @Bean
    NoticeAct reminderDone(Reminders reminders) {
        return new Act(DONE, (db, account, id) -> reminders.done(db, account.id(), id, false));
    }

    @Bean
    NoticeAct reminderSnooze(Reminders reminders) {
        return new Act(SNOOZE, (db, account, id) -> reminders.snooze(db, account, id, null, false));
    }

    private interface Doing {
        boolean run(JdbcClient db, Account account, String id);
    }

    private record Act(String name, Doing doing) implements NoticeAct {
        @Override
        public void run(JdbcClient db, Account account, StoredNotice notice) {
            var id = notice.notice().data().get("reminder_id");
            if (id != null) {
                doing.run(db, account, id);
            }
        }
    }
}

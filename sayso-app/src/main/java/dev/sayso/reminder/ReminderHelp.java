package dev.sayso.reminder;

import dev.sayso.help.Action;
import dev.sayso.help.Fact;
import dev.sayso.help.HelpCase;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.notification.Kind;
import dev.sayso.subscription.Subscriptions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.List;
import java.util.Optional;

/** What help may know of reminders, and do about them. */
@Configuration(proxyBeanMethods = false)
class ReminderHelp {
    @Bean
    Fact whyNoReminder(Reminders reminders, Subscriptions subscriptions) {
        return new WhyNoReminder(reminders, subscriptions);
    }

    @Bean
    Action planReminders(Reminders reminders) {
        return new PlanReminders(reminders);
    }

    /**
     * Why no reminder of a subscription came, or why none of any did: what is likeliest first. That
     * it was raised and did not arrive is another matter, of the channels.
     */
    private record WhyNoReminder(Reminders reminders, Subscriptions subscriptions) implements Fact {
        @Override
        public String name() {
            return "why_no_reminder";
        }

        @Override
        public List<String> values() {
            return List.of(
                    "switched_off",
                    "day_assumed",
                    "none_set",
                    "planned",
                    "raised",
                    "nothing_planned");
        }

        @Override
        public Optional<String> read(HelpCase help) {
            var account = help.account();
            if (!reminders.settings(account).wants(Kind.RENEWAL)) {
                return Optional.of("switched_off");
            }
            var about =
                    Optional.ofNullable(help.context().get("subscription_id"))
                            .flatMap(id -> subscriptions.find(account, new SubscriptionId(id)));
            if (about.isPresent()) {
                var it = about.get();
                if (it.renewalAssumed() && it.cancelledOn() == null) {
                    return Optional.of("day_assumed");
                }
                if (reminders.daysBefore(account, it).isEmpty()) {
                    return Optional.of("none_set");
                }
            }
            var plans = reminders.upcoming(account, Reminders.MAX_PAGE);
            boolean planned =
                    about.isEmpty()
                            ? plans.stream().anyMatch(plan -> plan.subscription() != null)
                            : plans.stream()
                                    .anyMatch(plan -> about.get().equals(plan.subscription()));
            if (reminders.lastRaisedAt(account).isPresent() && about.isEmpty()) {
                return Optional.of("raised");
            }
            return Optional.of(planned ? "planned" : "nothing_planned");
        }
    }

    /** Plans all of an account's reminders anew; a second time it changes nothing. */
    private record PlanReminders(Reminders reminders) implements Action {
        @Override
        public String name() {
            return "reminder.plan_again";
        }

        @Override
        public boolean isRisky() {
            return false;
        }

        @Override
        public boolean run(HelpCase help, String key) {
            reminders.planAnew(help.account());
            return true;
        }
    }
}

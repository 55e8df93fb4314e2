package dev.sayso.subscription;

import dev.sayso.help.Fact;
import dev.sayso.help.HelpCase;
import dev.sayso.ledger.SubscriptionId;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.List;
import java.util.Optional;

/** What help may know about the subscription that a person came from. */
@Configuration(proxyBeanMethods = false)
class SubscriptionHelp {
    @Bean
    Fact renewalDayFrom(Subscriptions subscriptions) {
        return new RenewalDayFrom(subscriptions);
    }

    @Bean
    Fact subscriptionName(Subscriptions subscriptions) {
        return new Name(subscriptions);
    }

    @Bean
    Fact lastPayment(Subscriptions subscriptions, Payments payments) {
        return new LastPayment(subscriptions, payments);
    }

    private static Optional<Subscription> found(Subscriptions subscriptions, HelpCase help) {
        return Optional.ofNullable(help.context().get("subscription_id"))
                .flatMap(id -> subscriptions.find(help.account(), new SubscriptionId(id)));
    }

    /** Whether somebody named the day, or it was counted from the day it was noted. */
    private record RenewalDayFrom(Subscriptions subscriptions) implements Fact {
        @Override
        public String name() {
            return "renewal_day_from";
        }

        @Override
        public List<String> values() {
            return List.of("said", "assumed");
        }

        @Override
        public Optional<String> read(HelpCase help) {
            return found(subscriptions, help).map(it -> it.renewalAssumed() ? "assumed" : "said");
        }
    }

    private record Name(Subscriptions subscriptions) implements Fact {
        @Override
        public String name() {
            return "subscription";
        }

        @Override
        public List<String> values() {
            return List.of();
        }

        @Override
        public Optional<String> read(HelpCase help) {
            return found(subscriptions, help).map(Subscription::name);
        }
    }

    /** Whether a payment of it is noted at all. */
    private record LastPayment(Subscriptions subscriptions, Payments payments) implements Fact {
        @Override
        public String name() {
            return "payment_noted";
        }

        @Override
        public List<String> values() {
            return List.of("yes", "no");
        }

        @Override
        public Optional<String> read(HelpCase help) {
            return found(subscriptions, help)
                    .map(it -> payments.of(help.account(), it.id()).isEmpty() ? "no" : "yes");
        }
    }
}

package dev.sayso.help;

import dev.sayso.account.Accounts;
import dev.sayso.notification.Channel;
import dev.sayso.notification.Channels;
import dev.sayso.notification.Deliveries;
import dev.sayso.notification.Delivery;
import dev.sayso.platform.sql.Readers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What help may know and do about being told: these are help's own, for it uses notification. */
@Configuration(proxyBeanMethods = false)
class NotificationHelp {
    @Bean
    Fact channelState(Channels channels) {
        return new ChannelState(channels);
    }

    @Bean
    Fact lastDelivery(Deliveries deliveries) {
        return new LastDelivery(deliveries);
    }

    @Bean
    Action sendTestNotification(Channels channels, Accounts accounts, Readers readers) {
        return new SendTest(channels, accounts, readers);
    }

    /** Whether a person is told anywhere but in the inbox. */
    private record ChannelState(Channels channels) implements Fact {
        @Override
        public String name() {
            return "channels";
        }

        @Override
        public List<String> values() {
            return List.of("none", "unconfirmed", "confirmed");
        }

        @Override
        public Optional<String> read(HelpCase help) {
            var all = channels.of(help.account());
            if (all.isEmpty()) {
                return Optional.of("none");
            }
            return Optional.of(
                    all.stream().map(Channel::confirmedAt).allMatch(at -> at == null)
                            ? "unconfirmed"
                            : "confirmed");
        }
    }

    /** What became of the last message that was sent, tests among them. */
    private record LastDelivery(Deliveries deliveries) implements Fact {
        @Override
        public String name() {
            return "last_delivery";
        }

        @Override
        public List<String> values() {
            return List.of("pending", "sent", "dead");
        }

        @Override
        public Optional<String> read(HelpCase help) {
            return deliveries.before(help.account(), Optional.empty(), Long.MAX_VALUE, 10).stream()
                    .map(Delivery::state)
                    .filter(state -> state != Delivery.State.DROPPED)
                    .map(state -> state.name().toLowerCase(Locale.ROOT))
                    .findFirst();
        }
    }

    /** Tells a test: in the inbox, and on each confirmed channel. */
    private record SendTest(Channels channels, Accounts accounts, Readers readers)
            implements Action {
        @Override
        public String name() {
            return "notification.send_test";
        }

        @Override
        public boolean isRisky() {
            return false;
        }

        @Override
        public boolean run(HelpCase help, String key) {
            channels.testAll(readers.read(db -> accounts.get(db, help.account())), key);
            return true;
        }
    }
}

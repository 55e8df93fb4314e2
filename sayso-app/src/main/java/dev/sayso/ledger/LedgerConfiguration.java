package dev.sayso.ledger;

import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.util.List;

/** The followers that modules offer. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {
    @Bean
    Followers followers(
            List<Follower> followers, Writer writer, Readers readers, Bell bell, Clock clock) {
        return new Followers(followers, writer, readers, bell, clock);
    }

    @Bean
    FollowerStandings followerStandings(
            List<Follower> followers, Readers readers, Clock clock, MeterRegistry registry) {
        return new FollowerStandings(followers, readers, clock, registry);
    }
}

package dev.sayso.account;

import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.time.Ids;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.security.SecureRandom;
import java.time.Clock;

/** What is set of accounts, and what lets them in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountDefaults.class)
class AccountConfiguration {
    @Bean
    Keys keys(Writer writer, Readers readers, Clock clock, Ids ids) {
        return new Keys(writer, readers, clock, ids, new SecureRandom());
    }

    @Bean
    LastUses lastUses(Writer writer, Clock clock) {
        return new LastUses(writer, clock);
    }

    @Bean
    KnownKeys knownKeys(Readers readers, LastUses uses, Clock clock, MeterRegistry registry) {
        return new KnownKeys(readers, uses, clock, registry);
    }

    @Bean
    FrontDesk frontDesk(Writer writer, Readers readers, Clock clock, Ids ids, Keys keys) {
        return new FrontDesk(writer, readers, clock, ids, keys);
    }
}

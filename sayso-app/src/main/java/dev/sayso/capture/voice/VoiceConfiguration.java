package dev.sayso.capture.voice;

import dev.sayso.capture.Captures;
import dev.sayso.catalogue.Catalogue;
import dev.sayso.platform.outbound.Outbound;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hearing, as it is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VoiceSettings.class)
class VoiceConfiguration {
    @Bean
    Transcriber transcriber(VoiceSettings settings, Outbound outbound) {
        var server = settings.server();
        return server == null
                ? new OfflineTranscriber(settings.folder(), new SpokenNames(Catalogue.builtIn()))
                : new RemoteTranscriber(outbound, server, settings.model(), settings.apiKey());
    }

    @Bean
    Voice voice(Transcriber transcriber, Captures captures, MeterRegistry registry) {
        return new Voice(transcriber, captures, Catalogue.builtIn(), registry);
    }
}

package dev.sayso.capture;

import dev.sayso.language.Parser;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The understanding: the language library as it comes. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {
    @Bean
    Parser parser() {
        return Parser.standard();
    }
}

package dev.sayso.help;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What is set of help. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HelpSettings.class)
class HelpConfiguration {}

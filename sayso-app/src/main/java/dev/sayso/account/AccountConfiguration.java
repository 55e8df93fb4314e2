package dev.sayso.account;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What is set of accounts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountDefaults.class)
class AccountConfiguration {}

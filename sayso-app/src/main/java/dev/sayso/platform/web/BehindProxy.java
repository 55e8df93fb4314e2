package dev.sayso.platform.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ForwardedHeaderFilter;

/** Believes a proxy about who comes and by which scheme, where one was said to stand before it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sayso.web.proxy")
class BehindProxy {
    @Bean
    FilterRegistrationBean<ForwardedHeaderFilter> forwardedHeaders() {
        var filter = new ForwardedHeaderFilter();
        filter.setRelativeRedirects(true);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }
}

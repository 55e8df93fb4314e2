package dev.sayso.faults;

import dev.sayso.account.Account;
import dev.sayso.account.FrontDesk;
import dev.sayso.capture.Captures;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.env.MapPropertySource;

import java.util.Map;

/**
 * What takes a capture, from the parser to the store, without the web and all else (nothing is made
 * before it is asked for): up in about a second, so that it can be killed hundreds of times. Its
 * settings are the system's properties, or those that it is given.
 */
final class SmallHouse implements AutoCloseable {
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    SmallHouse() {
        this(Map.of());
    }

    SmallHouse(Map<String, Object> settings) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("given", settings));
        context.registerBean(PropertySourcesPlaceholderConfigurer.class);
        context.registerBean(SimpleMeterRegistry.class);
        context.registerBean(Tracer.class, () -> Tracer.NOOP);
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.register(Core.class);
        context.refresh();
    }

    @Configuration(proxyBeanMethods = false)
    @ConfigurationPropertiesScan("dev.sayso")
    @ComponentScan(
            basePackages = "dev.sayso",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {"dev\\.sayso\\.[A-Z].*", ".*Tests.*"}))
    static class Core {}

    Captures captures() {
        return context.getBean(Captures.class);
    }

    /** The account of that name, which is made where there is none. */
    Account account(String name) {
        var desk = context.getBean(FrontDesk.class);
        return desk.find(name).orElseGet(() -> desk.add(name, false));
    }

    ApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}

package dev.sayso.platform.outbound;

import dev.sayso.platform.outbound.Dependency.Trust;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The one place that builds a client. */
@Configuration(proxyBeanMethods = false)
class OutboundConfiguration {
    private static final int CONNECTIONS = 64;
    private static final int CONNECT_SECONDS = 3;

    @Bean
    Clients outboundClients(OutboundSettings settings) {
        return new Clients(SystemDefaultDnsResolver.INSTANCE, settings);
    }

    @Bean
    Outbound outbound(Clients clients, Clock clock, MeterRegistry registry) {
        return new Outbound(
                clients.exchanges(clock),
                () -> new Budget(TimeMeter.SYSTEM_NANOTIME),
                Thread::sleep,
                new SecureRandom(),
                clock,
                registry);
    }

    /**
     * A client for each who gives addresses: a connection that was made for the operator's is never
     * used for a person's.
     */
    static final class Clients implements DisposableBean {
        private final Map<Trust, CloseableHttpClient> clients = new EnumMap<>(Trust.class);
        private final ExecutorService threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().name("outbound-", 0).daemon().factory());

        Clients(DnsResolver names, OutboundSettings settings) {
            for (var trust : Trust.values()) {
                clients.put(trust, client(new Addresses(names, settings, trust)));
            }
        }

        Map<Trust, Exchange> exchanges(Clock clock) {
            var exchanges = new EnumMap<Trust, Exchange>(Trust.class);
            clients.forEach(
                    (trust, client) -> exchanges.put(trust, new Exchange(client, threads, clock)));
            return exchanges;
        }

        private static CloseableHttpClient client(DnsResolver addresses) {
            var connect = Timeout.ofSeconds(CONNECT_SECONDS);
            var read = Timeout.ofMilliseconds(Dependency.longest().toMillis());
            return HttpClients.custom()
                    .setConnectionManager(
                            PoolingHttpClientConnectionManagerBuilder.create()
                                    .setDnsResolver(addresses)
                                    .setMaxConnTotal(CONNECTIONS)
                                    .setMaxConnPerRoute(CONNECTIONS / 4)
                                    .setDefaultSocketConfig(
                                            SocketConfig.custom().setSoTimeout(read).build())
                                    .setDefaultConnectionConfig(
                                            ConnectionConfig.custom()
                                                    .setConnectTimeout(connect)
                                                    .setSocketTimeout(read)
                                                    .setTimeToLive(TimeValue.ofMinutes(2))
                                                    .setValidateAfterInactivity(
                                                            TimeValue.ofSeconds(2))
                                                    .build())
                                    .build())
                    .setDefaultRequestConfig(
                            RequestConfig.custom()
                                    .setConnectionRequestTimeout(connect)
                                    .setResponseTimeout(read)
                                    .setRedirectsEnabled(false)
                                    .build())
                    .setUserAgent("Sayso")
                    .disableRedirectHandling()
                    .disableAutomaticRetries()
                    .disableAuthCaching()
                    .disableCookieManagement()
                    .disableContentCompression()
                    .build();
        }

        @Override
        public void destroy() throws IOException {
            threads.shutdownNow();
            for (var client : clients.values()) {
                client.close();
            }
        }
    }
}

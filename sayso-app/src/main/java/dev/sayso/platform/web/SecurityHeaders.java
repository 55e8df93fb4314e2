package dev.sayso.platform.web;

import jakarta.servlet.ServletException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import java.io.IOException;

/**
 * What a browser may do with an answer of ours: run and show only what comes from here, in no frame
 * of another's, and keep no copy. Set in front of all filters, because an address that the server
 * itself refuses never reaches them.
 */
@Component
final class SecurityHeaders
        implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self';"
                    + " img-src 'self' data:; connect-src 'self'; manifest-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        server.addEngineValves(new Setting());
    }

    private static final class Setting extends ValveBase {
        Setting() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response)
                throws IOException, ServletException {
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            // to ourselves only: without it a plain form says no origin, and over plain HTTP
            // nothing
            // else would say that it is ours
            response.setHeader("Referrer-Policy", "same-origin");
            response.setHeader(
                    "Permissions-Policy", "microphone=(self), camera=(), geolocation=()");
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
            // assets say otherwise
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            getNext().invoke(request, response);
        }
    }
}

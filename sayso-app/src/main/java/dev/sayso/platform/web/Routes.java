package dev.sayso.platform.web;

import static dev.sayso.platform.web.Route.Who.ACCOUNT;
import static dev.sayso.platform.web.Route.Who.ANYONE;
import static dev.sayso.platform.web.Route.Who.OPERATOR;

import dev.sayso.platform.web.Route.Kind;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every route there is, with who may use it. What is not listed here is answered to nobody, so a
 * new handler needs a line of its own.
 */
@Component
public final class Routes {
    private static final String ATTRIBUTE = Routes.class.getName();

    /** All of them. */
    public static final List<Route> ALL =
            List.of(
                    new Route("POST", "/api/captures", ACCOUNT, Kind.CAPTURE),
                    new Route("POST", "/api/captures/voice", ACCOUNT, Kind.VOICE),
                    new Route("GET", "/api/captures/{id}", ACCOUNT, Kind.READ),
                    new Route("DELETE", "/api/captures/{id}", ACCOUNT, Kind.UNDO),
                    new Route("PUT", "/api/captures/{id}/draft", ACCOUNT, Kind.ANSWER),
                    new Route("POST", "/api/captures/{id}/restore", ACCOUNT, Kind.UNDO),
                    new Route("POST", "/api/parse", ACCOUNT, Kind.UNDERSTAND),
                    new Route("GET", "/api/subscriptions", ACCOUNT, Kind.READ),
                    new Route("GET", "/api/subscriptions/{id}", ACCOUNT, Kind.READ),
                    new Route("GET", "/api/subscriptions/{id}/history", ACCOUNT, Kind.READ),
                    new Route("GET", "/api/payments", ACCOUNT, Kind.READ),
                    new Route("POST", "/api/subscriptions/{id}/payments", ACCOUNT, Kind.CHANGE),
                    new Route("PUT", "/api/subscriptions/{id}/{part}", ACCOUNT, Kind.CHANGE),
                    new Route("DELETE", "/api/subscriptions/{id}/{part}", ACCOUNT, Kind.CHANGE),
                    new Route(
                            "DELETE",
                            "/api/subscriptions/{id}/history/{event}",
                            ACCOUNT,
                            Kind.UNDO),
                    new Route(
                            "POST",
                            "/api/subscriptions/{id}/history/{event}/restore",
                            ACCOUNT,
                            Kind.UNDO),
                    new Route("GET", "/api/events", ACCOUNT, Kind.READ),
                    new Route("GET", "/api/reminders", ACCOUNT, Kind.READ),
                    new Route("POST", "/api/reminders/preview", ACCOUNT, Kind.UNDERSTAND),
                    new Route("GET", "/api/reminders/settings", ACCOUNT, Kind.READ),
                    new Route("PUT", "/api/reminders/settings", ACCOUNT, Kind.CHANGE),
                    new Route("POST", "/api/reminders/{id}/done", ACCOUNT, Kind.CHANGE),
                    new Route("POST", "/api/reminders/{id}/snooze", ACCOUNT, Kind.CHANGE),
                    new Route("GET", "/api/subscriptions/{id}/reminders", ACCOUNT, Kind.READ),
                    new Route("PUT", "/api/subscriptions/{id}/reminders", ACCOUNT, Kind.CHANGE),
                    new Route("GET", "/api/followers", OPERATOR, Kind.READ),
                    new Route("POST", "/api/followers/{name}/retry", OPERATOR, Kind.ANSWER),
                    new Route("POST", "/api/help/sessions", ACCOUNT, Kind.HELP),
                    new Route("GET", "/api/help/sessions/{id}", ACCOUNT, Kind.HELP),
                    new Route("POST", "/api/help/sessions/{id}/answers", ACCOUNT, Kind.HELP),
                    new Route("POST", "/api/help/sessions/{id}/solved", ACCOUNT, Kind.HELP),
                    new Route("POST", "/api/help/sessions/{id}/back", ACCOUNT, Kind.HELP),
                    new Route("POST", "/api/help/sessions/{id}/restart", ACCOUNT, Kind.HELP),
                    new Route("POST", "/api/help/sessions/{id}/contest", ACCOUNT, Kind.HELP),
                    new Route("POST", "/api/help/sessions/{id}/escalate", ACCOUNT, Kind.HELP),
                    new Route("POST", "/api/help/sessions/{id}/feedback", ACCOUNT, Kind.HELP),
                    new Route("GET", "/api/help/sessions/{id}/ticket", ACCOUNT, Kind.HELP),
                    new Route("POST", "/api/help/sessions/{id}/ticket", ACCOUNT, Kind.HELP),
                    new Route("GET", "/api/help/sessions/{id}/report", ACCOUNT, Kind.HELP),
                    new Route("POST", "/api/help/evaluate", ACCOUNT, Kind.HELP),
                    // what agents and authors do
                    new Route("GET", "/api/help/tickets", OPERATOR, Kind.HELP),
                    new Route("GET", "/api/help/tickets/{number}", OPERATOR, Kind.HELP),
                    new Route("POST", "/api/help/tickets/{number}/take", OPERATOR, Kind.HELP),
                    new Route("POST", "/api/help/tickets/{number}/note", OPERATOR, Kind.HELP),
                    new Route("POST", "/api/help/tickets/{number}/reply", OPERATOR, Kind.HELP),
                    new Route("POST", "/api/help/tickets/{number}/close", OPERATOR, Kind.HELP),
                    new Route("GET", "/api/help/analytics/funnel", OPERATOR, Kind.HELP),
                    new Route("GET", "/api/help/analytics/events", OPERATOR, Kind.HELP),
                    new Route("GET", "/api/help/trees", OPERATOR, Kind.HELP),
                    new Route("POST", "/api/help/trees", OPERATOR, Kind.HELP),
                    new Route("POST", "/api/help/trees/{version}/serve", OPERATOR, Kind.HELP),
                    new Route("POST", "/api/help/trees/{version}/withdraw", OPERATOR, Kind.HELP),
                    new Route("GET", "/api/help/trees/{version}/picture", OPERATOR, Kind.HELP),
                    new Route("GET", "/", ACCOUNT, Kind.PAGE),
                    new Route("GET", "/subscriptions", ACCOUNT, Kind.PAGE),
                    new Route("GET", "/subscriptions/{id}", ACCOUNT, Kind.PAGE),
                    new Route("POST", "/subscriptions/{id}", ACCOUNT, Kind.CHANGE),
                    new Route("GET", "/api/settings", ACCOUNT, Kind.READ),
                    new Route("PUT", "/api/settings", ACCOUNT, Kind.CHANGE),
                    new Route("GET", "/settings", ACCOUNT, Kind.PAGE),
                    new Route("POST", "/settings", ACCOUNT, Kind.CHANGE),
                    new Route("GET", "/payments", ACCOUNT, Kind.PAGE),
                    new Route("POST", "/subscriptions/{id}/payments", ACCOUNT, Kind.CHANGE),
                    new Route("POST", "/subscriptions/{id}/{verb}", ACCOUNT, Kind.CHANGE),
                    new Route(
                            "POST", "/subscriptions/{id}/history/{event}/undo", ACCOUNT, Kind.UNDO),
                    new Route(
                            "POST",
                            "/subscriptions/{id}/history/{event}/restore",
                            ACCOUNT,
                            Kind.UNDO),
                    new Route("GET", "/reminders", ACCOUNT, Kind.PAGE),
                    new Route("POST", "/reminders", ACCOUNT, Kind.CHANGE),
                    new Route("POST", "/reminders/{id}/done", ACCOUNT, Kind.CHANGE),
                    new Route("POST", "/reminders/{id}/snooze", ACCOUNT, Kind.CHANGE),
                    new Route("POST", "/subscriptions/{id}/reminders", ACCOUNT, Kind.CHANGE),
                    new Route("POST", "/captures", ACCOUNT, Kind.CAPTURE),
                    new Route("POST", "/captures/voice", ACCOUNT, Kind.VOICE),
                    new Route("POST", "/captures/{id}/draft", ACCOUNT, Kind.ANSWER),
                    new Route("POST", "/captures/{id}/undo", ACCOUNT, Kind.UNDO),
                    new Route("POST", "/captures/{id}/restore", ACCOUNT, Kind.UNDO),
                    new Route("GET", "/help", ACCOUNT, Kind.HELP),
                    new Route("POST", "/help", ACCOUNT, Kind.HELP),
                    new Route("GET", "/help/tickets", OPERATOR, Kind.HELP),
                    new Route("GET", "/help/tickets/{number}", OPERATOR, Kind.HELP),
                    new Route("POST", "/help/tickets/{number}/take", OPERATOR, Kind.HELP),
                    new Route("POST", "/help/tickets/{number}/note", OPERATOR, Kind.HELP),
                    new Route("POST", "/help/tickets/{number}/reply", OPERATOR, Kind.HELP),
                    new Route("POST", "/help/tickets/{number}/close", OPERATOR, Kind.HELP),
                    new Route("GET", "/help/trees", OPERATOR, Kind.HELP),
                    new Route("POST", "/help/trees/{version}/serve", OPERATOR, Kind.HELP),
                    new Route("POST", "/help/trees/{version}/withdraw", OPERATOR, Kind.HELP),
                    new Route("GET", "/help/{id}", ACCOUNT, Kind.HELP),
                    new Route("POST", "/help/{id}/answers", ACCOUNT, Kind.HELP),
                    new Route("POST", "/help/{id}/back", ACCOUNT, Kind.HELP),
                    new Route("POST", "/help/{id}/restart", ACCOUNT, Kind.HELP),
                    new Route("POST", "/help/{id}/contest", ACCOUNT, Kind.HELP),
                    new Route("POST", "/help/{id}/escalate", ACCOUNT, Kind.HELP),
                    new Route("GET", "/api/inbox", ACCOUNT, Kind.READ),
                    new Route("PUT", "/api/inbox/{id}/read", ACCOUNT, Kind.INBOX),
                    new Route("DELETE", "/api/inbox/{id}", ACCOUNT, Kind.INBOX),
                    new Route("POST", "/api/inbox/{id}/acts/{act}", ACCOUNT, Kind.INBOX),
                    new Route("GET", "/api/channels", ACCOUNT, Kind.READ),
                    new Route("POST", "/api/channels", ACCOUNT, Kind.CHANNEL),
                    new Route("GET", "/api/channels/{id}", ACCOUNT, Kind.READ),
                    new Route("PUT", "/api/channels/{id}", ACCOUNT, Kind.CHANNEL),
                    new Route("DELETE", "/api/channels/{id}", ACCOUNT, Kind.CHANNEL),
                    new Route("POST", "/api/channels/{id}/test", ACCOUNT, Kind.CHANNEL),
                    new Route("POST", "/api/channels/{id}/confirm", ACCOUNT, Kind.CHANNEL),
                    new Route("GET", "/api/deliveries", ACCOUNT, Kind.READ),
                    new Route("POST", "/api/deliveries/{id}/retry", ACCOUNT, Kind.CHANNEL),
                    new Route("GET", "/settings/channels", ACCOUNT, Kind.PAGE),
                    new Route("POST", "/settings/channels", ACCOUNT, Kind.CHANNEL),
                    new Route("POST", "/settings/channels/{id}", ACCOUNT, Kind.CHANNEL),
                    new Route("POST", "/settings/channels/{id}/test", ACCOUNT, Kind.CHANNEL),
                    new Route("POST", "/settings/channels/{id}/confirm", ACCOUNT, Kind.CHANNEL),
                    new Route("POST", "/settings/channels/{id}/remove", ACCOUNT, Kind.CHANNEL),
                    new Route("POST", "/settings/deliveries/{id}/retry", ACCOUNT, Kind.CHANNEL),
                    // whoever holds the link, from a mail or a button outside
                    new Route("GET", "/acts/{id}", ANYONE, Kind.INBOX),
                    new Route("POST", "/acts/{id}", ANYONE, Kind.INBOX),
                    new Route("GET", "/inbox", ACCOUNT, Kind.PAGE),
                    new Route("POST", "/inbox/read", ACCOUNT, Kind.INBOX),
                    new Route("POST", "/inbox/{id}/read", ACCOUNT, Kind.INBOX),
                    new Route("POST", "/inbox/{id}/dismiss", ACCOUNT, Kind.INBOX),
                    new Route("POST", "/inbox/{id}/acts/{act}", ACCOUNT, Kind.INBOX),
                    new Route("POST", "/help/{id}/ticket", ACCOUNT, Kind.HELP),
                    new Route("POST", "/help/{id}/feedback", ACCOUNT, Kind.HELP),
                    new Route("GET", "/devices", ACCOUNT, Kind.PAGE),
                    new Route("POST", "/devices/{id}/revoke", ACCOUNT, Kind.SIGN_IN),
                    new Route("POST", "/sign-out", ACCOUNT, Kind.SIGN_IN),
                    new Route("GET", "/link", ANYONE, Kind.SIGN_IN),
                    new Route("POST", "/link", ANYONE, Kind.SIGN_IN),
                    // they are the same for all, and the page that tells how to sign in has them
                    new Route("GET", "/assets/**", ANYONE, Kind.ASSET),
                    new Route("GET", "/actuator/health/**", ANYONE, Kind.HEALTH),
                    new Route("GET", "/actuator/prometheus", OPERATOR, Kind.SIGNALS),
                    new Route("GET", "/try", ACCOUNT, Kind.DESCRIPTION),
                    new Route("GET", "/v3/api-docs", ACCOUNT, Kind.DESCRIPTION),
                    new Route("GET", "/v3/api-docs.yaml", ACCOUNT, Kind.DESCRIPTION));

    private record Ruled(PathPattern pattern, Route route) {}

    private final List<Ruled> rules;

    Routes() {
        this(ALL);
    }

    Routes(List<Route> routes) {
        var parser = new PathPatternParser();
        rules = routes.stream().map(it -> new Ruled(parser.parse(it.path()), it)).toList();
    }

    /** The rule for the request; empty where there is none. HEAD is as GET. */
    public Optional<Route> find(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Route route) {
            return Optional.of(route);
        }
        var method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        var path = path(request);
        for (var rule : rules) {
            if (rule.route.method().equals(method) && rule.pattern.matches(path)) {
                request.setAttribute(ATTRIBUTE, rule.route);
                return Optional.of(rule.route);
            }
        }
        return Optional.empty();
    }

    /** The methods that the request's address knows. */
    public Set<String> methods(HttpServletRequest request) {
        var path = path(request);
        return rules.stream()
                .filter(rule -> rule.pattern.matches(path))
                .map(rule -> rule.route.method())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /** As the dispatcher reads it, so that both always mean the same route. */
    private static PathContainer path(HttpServletRequest request) {
        var parsed =
                ServletRequestPathUtils.hasParsedRequestPath(request)
                        ? ServletRequestPathUtils.getParsedRequestPath(request)
                        : ServletRequestPathUtils.parseAndCache(request);
        return parsed.pathWithinApplication();
    }
}

package dev.sayso.platform.outbound;

import dev.sayso.platform.sql.StartProblem;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.ArrayList;
import java.util.Set;

/**
 * The server that takes mail ({@code sayso.mail.*}); without a host there is none.
 *
 * @param port 587, with {@code implicit} 465, with {@code none} 25, where it is not set
 * @param from the address that mail comes from
 * @param tls {@code starttls}, {@code implicit}, or, on this machine only, {@code none}
 */
@ConfigurationProperties("sayso.mail")
public record MailSettings(
        @DefaultValue("") String host,
        @Nullable Integer port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("starttls") String tls) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    public MailSettings {
        host = host.strip();
        from = from.strip();
        var problems = new ArrayList<String>();
        if (!Set.of("starttls", "implicit", "none").contains(tls)) {
            problems.add("sayso.mail.tls is \"" + tls + "\"; give starttls, implicit or none");
        } else if (tls.equals("none") && !host.isEmpty() && !LOOPBACK.contains(host)) {
            problems.add(
                    "sayso.mail.tls is none, which only a server on this machine may have; give"
                            + " starttls or implicit");
        }
        if (host.isEmpty() && !(from + username + password).isEmpty()) {
            problems.add("sayso.mail.host is missing; give the name of the mail server");
        }
        if (!host.isEmpty() && !MailAddress.isOne(from)) {
            problems.add(
                    "sayso.mail.from is "
                            + (from.isEmpty() ? "missing" : "no address")
                            + "; give the one that mail comes from, such as sayso@example.org");
        }
        if (port != null && (port < 1 || port > 65_535)) {
            problems.add("sayso.mail.port is " + port + "; give 1 to 65535");
        }
        if (username.isEmpty() != password.isEmpty()) {
            problems.add("of sayso.mail.username and sayso.mail.password only one is set");
        }
        if (!problems.isEmpty()) {
            throw new StartProblem(String.join("; ", problems) + ".");
        }
    }

    public boolean isOn() {
        return !host.isEmpty();
    }

    int portToUse() {
        return port != null ? port : tls.equals("implicit") ? 465 : tls.equals("none") ? 25 : 587;
    }

    @Override
    public String toString() {
        return "MailSettings[" + host + "]"; // never the password
    }
}

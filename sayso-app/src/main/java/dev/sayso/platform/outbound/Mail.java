package dev.sayso.platform.outbound;

import java.util.Map;

/**
 * One mail to one person.
 *
 * @param id of its {@code Message-ID}, without the host; the same for each attempt
 * @param headers besides the usual ones
 */
public record Mail(
        String id,
        String to,
        String subject,
        String text,
        String html,
        Map<String, String> headers) {
    public Mail {
        headers = Map.copyOf(headers);
        if (!MailAddress.isOne(to)) {
            throw new IllegalArgumentException("a mail goes to one plain address");
        }
        if ((id + subject + headers).chars().anyMatch(c -> c < ' ' || c == 127)) {
            throw new IllegalArgumentException("a mail's header has a line break or a control");
        }
    }
}

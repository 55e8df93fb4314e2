package dev.sayso.platform.outbound;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Addresses of mail. */
public final class MailAddress {
    private static final int LONGEST = 254;

    private MailAddress() {}

    /** Whether the text is one plain address and nothing besides: no name, list, group, comment. */
    public static boolean isOne(String text) {
        if (text.length() > LONGEST
                || !text.chars().allMatch(c -> c > ' ' && c < 127)
                || text.chars().filter(c -> c == '@').count() != 1
                || text.chars().anyMatch(c -> "()<>[]\\,;:\"%!|`".indexOf(c) >= 0)) {
            return false;
        }
        try {
            var parsed = InternetAddress.parse(text, true);
            return parsed.length == 1
                    && text.equals(parsed[0].getAddress())
                    && !parsed[0].isGroup()
                    && text.indexOf('.', text.indexOf('@')) > 0;
        } catch (AddressException e) {
            return false;
        }
    }
}

package dev.sayso.notification;

import dev.sayso.account.AccountId;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be told.
 *
 * @param key what it tells: of two notices of an account with the same key only the first is told
 * @param subscription whom it concerns, if one
 * @param title the whole message in one short sentence, in the person's language
 * @param body more of it; may be empty
 * @param data the same for programs: names of the contract, such as {@code name}, {@code cost},
 *     {@code currency}, {@code next_renewal_on}
 * @param acts the names of the {@link NoticeAct}s that are offered with it, the likeliest first
 */
public record Notice(
        AccountId account,
        String key,
        Kind kind,
        @Nullable String subscription,
        String title,
        String body,
        Map<String, String> data,
        List<String> acts) {
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_BODY = 4_000;

    public Notice {
        if (key.isBlank() || key.length() > 200) {
            throw new IllegalArgumentException("a notice's key has 1 to 200 characters");
        }
        // a name may be anything; a line break in a title would end a header of a mail
        title =
                shortened(
                        title.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip(),
                        LONGEST_TITLE);
        if (title.isEmpty()) {
            throw new IllegalArgumentException("a notice needs a title: one short sentence");
        }
        body = shortened(body.strip(), LONGEST_BODY);
        data = Collections.unmodifiableMap(new TreeMap<>(data));
        acts = List.copyOf(acts);
        if (!acts.stream().allMatch(act -> act.matches("[a-z_]{1,40}"))) {
            throw new IllegalArgumentException("an act's name has lower-case letters and _ only");
        }
    }

    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}

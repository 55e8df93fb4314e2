package dev.sayso.help;

import dev.sayso.account.AccountId;

import java.util.Map;

/**
 * Who is being helped, and about what.
 *
 * @param context what the person came with, such as {@code subscription_id}
 */
public record HelpCase(AccountId account, String session, Map<String, String> context) {
    public HelpCase {
        context = Map.copyOf(context);
    }
}

package dev.sayso.help;

import dev.sayso.account.AccountId;

import java.util.Map;

/**
 * Who is being helped, and about what.
 *
 * @param context what the person came with, such as {@code subscription_id}
 * @param answers which option the person chose, by the node of the question
 */
public record HelpCase(
        AccountId account,
        String session,
        Map<String, String> context,
        Map<String, String> answers) {
    public HelpCase {
        context = Map.copyOf(context);
        answers = Map.copyOf(answers);
    }

    /** Before anything was answered. */
    public HelpCase(AccountId account, String session, Map<String, String> context) {
        this(account, session, context, Map.of());
    }
}

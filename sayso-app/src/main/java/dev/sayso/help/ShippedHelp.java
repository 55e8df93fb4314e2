package dev.sayso.help;

import dev.sayso.help.tree.Source;
import dev.sayso.help.tree.TreeFiles;
import dev.sayso.help.tree.Vocabulary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The trees in the jar, and the words that a tree may use in this version without a server. */
public final class ShippedHelp {
    /** The tree that helps with Sayso itself. */
    public static final String SAYSO = "sayso-help";

    /** The founding document's example, which shows how a host's own tree is evaluated. */
    public static final String FOUNDING = "founding";

    /** All that are shipped. */
    public static final List<String> NAMES = List.of(SAYSO, FOUNDING);

    private static final Map<String, List<String>> TEXTS =
            Map.of(SAYSO, List.of("hi-IN"), FOUNDING, List.of());

    private ShippedHelp() {}

    /** What the modules of this version offer; a test holds their beans against it. */
    public static Vocabulary vocabulary() {
        return new Vocabulary(
                Map.of(
                        "last_capture",
                        List.of(
                                "noted",
                                "needs_price",
                                "needs_cycle",
                                "needs_name",
                                "duplicate",
                                "left_out"),
                        "renewal_day_from",
                        List.of("said", "assumed"),
                        "channels",
                        List.of("none", "unconfirmed", "confirmed"),
                        "last_delivery",
                        List.of("pending", "sent", "dead"),
                        "reached_from",
                        List.of("this_machine", "other_device"),
                        "payment_noted",
                        List.of("yes", "no"),
                        "why_no_reminder",
                        List.of(
                                "switched_off",
                                "day_assumed",
                                "none_set",
                                "planned",
                                "raised",
                                "nothing_planned")),
                Map.of(
                        "capture.undo_last",
                        true,
                        "capture.save_again",
                        true,
                        "capture.set_renewal_day",
                        true,
                        "notification.send_test",
                        false,
                        "reminder.plan_again",
                        false),
                Set.of(
                        "add_subscription",
                        "subscription_detail",
                        "payments",
                        "notifications",
                        "dashboard",
                        "settings"),
                Set.of(
                        "cannot_add",
                        "cycle_confusion",
                        "payment_failed",
                        "payments_where",
                        "alert_missing",
                        "dashboard_stale",
                        "wrong_billing_date",
                        "misunderstood",
                        "voice",
                        "import",
                        "privacy"),
                Set.of("subscription", "amount", "draft"));
    }

    /**
     * @throws IllegalArgumentException when no tree of that name is shipped
     */
    public static TreeFiles files(String tree) {
        var locales = TEXTS.get(tree);
        if (locales == null) {
            throw new IllegalArgumentException(
                    "no tree \"%s\" is shipped; there are %s and %s"
                            .formatted(tree, SAYSO, FOUNDING));
        }
        var texts = new HashMap<String, Source>();
        for (var locale : locales) {
            texts.put(locale, source(tree, "texts/" + locale + ".yaml"));
        }
        return new TreeFiles(
                source(tree, "tree.yaml"),
                List.of(),
                texts,
                source(tree, "walks.yaml"),
                tree.equals(FOUNDING) ? source(tree, "host.yaml") : null);
    }

    private static Source source(String tree, String file) {
        var name = "help/" + tree + "/" + file;
        try (var stream = ShippedHelp.class.getResourceAsStream("/" + name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new Source(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

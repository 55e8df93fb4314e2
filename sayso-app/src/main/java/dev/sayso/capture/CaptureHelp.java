package dev.sayso.capture;

import dev.sayso.account.Account;
import dev.sayso.account.Accounts;
import dev.sayso.help.Action;
import dev.sayso.help.Fact;
import dev.sayso.help.HelpCase;
import dev.sayso.language.Source;
import dev.sayso.ledger.CaptureId;
import dev.sayso.platform.web.Idempotency;
import dev.sayso.subscription.Fit.Refusal;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What help may know and do about the last thing that was said. */
@Configuration(proxyBeanMethods = false)
class CaptureHelp {
    @Bean
    Fact lastCapture(Captures captures) {
        return new LastCapture(captures);
    }

    @Bean
    Fact draft(Captures captures) {
        return new Draft(captures);
    }

    @Bean
    Fact lastCaptureId(Captures captures) {
        return new LastCaptureId(captures);
    }

    @Bean
    Action undoLastCapture(Undo undo, Accounts accounts) {
        return new UndoLast(undo, accounts);
    }

    @Bean
    Action saveLastCaptureAgain(Captures captures, Accounts accounts) {
        return new SaveAgain(captures, accounts);
    }

    @Bean
    Action setRenewalDay(Captures captures, Accounts accounts) {
        return new SetRenewalDay(captures, accounts);
    }

    /** As if the person said it: once for a key, and with its Undo in the list of what was said. */
    private static boolean say(Captures captures, Account account, String key, Incoming incoming) {
        var taken =
                captures.take(
                        account,
                        Idempotency.Key.of(account.id().value(), "help", key, incoming.text()),
                        incoming);
        return taken.reply() instanceof Reply.Recorded;
    }

    /** What became of it. */
    private record LastCapture(Captures captures) implements Fact {
        @Override
        public String name() {
            return "last_capture";
        }

        @Override
        public List<String> values() {
            return List.of(
                    "noted", "needs_price", "needs_cycle", "needs_name", "duplicate", "left_out");
        }

        @Override
        public Optional<String> read(HelpCase help) {
            return captures.lastTold(help.account())
                    .filter(stored -> !stored.isUndone())
                    .flatMap(stored -> Optional.ofNullable(value(stored.reply())));
        }

        private static @Nullable String value(Reply reply) {
            return switch (reply) {
                case Reply.Recorded _ -> "noted";
                case Reply.Asks asks ->
                        switch (asks.ask().field()) {
                            case "cost" -> "needs_price";
                            case "billing_cycle" -> "needs_cycle";
                            case "name" -> "needs_name";
                            default -> null;
                        };
                case Reply.Refused refused ->
                        refused.reason() == Refusal.DUPLICATE ? "duplicate" : null;
                case Reply.LetGo _ -> "left_out";
                case Reply.Answer _, Reply.Guide _ -> null;
            };
        }
    }

    /** Its words, so that a person sees what an action is about. */
    private record Draft(Captures captures) implements Fact {
        private static final int LONGEST = 80;

        @Override
        public String name() {
            return "draft";
        }

        @Override
        public List<String> values() {
            return List.of();
        }

        @Override
        public Optional<String> read(HelpCase help) {
            return captures.lastTold(help.account())
                    .filter(stored -> !stored.isUndone())
                    .map(Stored::said)
                    .map(String::strip)
                    .filter(said -> !said.isEmpty() && said.length() <= LONGEST);
        }
    }

    /** Which one it is, noted when help begins: what is said later must not be taken back. */
    private record LastCaptureId(Captures captures) implements Fact {
        static final String NAME = "last_capture_id";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public List<String> values() {
            return List.of();
        }

        @Override
        public Optional<String> read(HelpCase help) {
            return captures.lastTold(help.account())
                    .filter(stored -> !stored.isUndone())
                    .map(stored -> stored.reply().id().value());
        }
    }

    /** Takes it back. A second time changes nothing, since it is named by its id. */
    private record UndoLast(Undo undo, Accounts accounts) implements Action {
        @Override
        public String name() {
            return "capture.undo_last";
        }

        @Override
        public boolean isRisky() {
            return true;
        }

        @Override
        public boolean run(HelpCase help, String key) {
            var id = help.context().get(LastCaptureId.NAME);
            return id != null
                    && undo.undo(accounts.get(help.account()), new CaptureId(id)).isUndone();
        }
    }

    /** Sends it once more, where nothing was noted of it. */
    private record SaveAgain(Captures captures, Accounts accounts) implements Action {
        @Override
        public String name() {
            return "capture.save_again";
        }

        @Override
        public boolean isRisky() {
            return true;
        }

        @Override
        public boolean run(HelpCase help, String key) {
            var id = help.context().get(LastCaptureId.NAME);
            if (id == null) {
                return false;
            }
            var stored = captures.get(help.account(), new CaptureId(id));
            return !(stored.reply() instanceof Reply.Recorded)
                    && say(
                            captures,
                            accounts.get(help.account()),
                            key,
                            new Incoming(stored.said(), Source.TYPED, null, null));
        }
    }

    /** Says the day that the person chose, for the subscription that the person looked at. */
    private record SetRenewalDay(Captures captures, Accounts accounts) implements Action {
        private static final Map<String, String> DAYS =
                Map.of("d1", "1st", "d5", "5th", "d10", "10th", "d15", "15th", "d25", "25th");

        @Override
        public String name() {
            return "capture.set_renewal_day";
        }

        @Override
        public boolean isRisky() {
            return true;
        }

        @Override
        public boolean run(HelpCase help, String key) {
            var name = help.context().get("subscription");
            var day = DAYS.get(help.answers().getOrDefault("date.day", ""));
            return name != null
                    && day != null
                    && say(
                            captures,
                            accounts.get(help.account()),
                            key,
                            new Incoming(
                                    "%s renews on the %s".formatted(name, day),
                                    Source.TYPED,
                                    Locale.forLanguageTag("en-IN"),
                                    null));
        }
    }
}

package dev.sayso.help;

import dev.sayso.help.HelpView.Kind;
import dev.sayso.help.tree.Need;
import dev.sayso.help.tree.Node;
import dev.sayso.help.tree.Passed;
import dev.sayso.help.tree.Wordings.Wording;
import dev.sayso.platform.time.Moments;
import dev.sayso.platform.web.Words;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the view of a session, in the person's language. */
final class HelpViews {
    private final Running running;
    private final Published published;
    private final HelpSession session;
    private final Words words;
    private final Map<String, String> values;

    HelpViews(Running running) {
        this.running = running;
        published = running.published();
        session = running.session();
        words =
                new Words(
                        session.locale(), LocalDate.ofInstant(session.startedAt(), ZoneOffset.UTC));
        values = new HashMap<>(session.state().facts());
        values.values().removeIf(String::isEmpty);
        values.putAll(session.context());
    }

    HelpView view(@Nullable Long ticket, boolean entryNoted) {
        var state = session.state();
        var need = running.need();
        var stopped = running.isStopped();
        var text =
                stopped
                        ? new Wording(words.say("help.withdrawn"), words.say("help.language"))
                        : text(state.node());
        return new HelpView(
                session.id(),
                state.step(),
                published.version(),
                published.revision(),
                state.node(),
                stopped ? Kind.WITHDRAWN : kind(need),
                text.text(),
                text.lang(),
                !stopped && need instanceof Need.Verdict ? words.say("help.solved") : null,
                stopped ? List.of() : options(need),
                words.say("help.exit"),
                !stopped && state.canBack(),
                state.answers().stream().map(this::answer).toList(),
                state.skipped().stream().map(this::skip).toList(),
                state.answers().size(),
                state.answers().size() + (stopped ? 0 : published.guide().mostFrom(state)),
                Moments.text(session.expiresAt()),
                state.end(),
                ticket,
                session.rating(),
                entryNoted);
    }

    /** The words of the current view alone, as the transcript keeps them. */
    String shown() {
        return text(session.state().node()).text();
    }

    private static Kind kind(Need need) {
        return switch (need) {
            case Need.Answer _ -> Kind.QUESTION;
            case Need.Confirmation _ -> Kind.CONFIRM;
            case Need.Verdict _ -> Kind.ANSWER;
            case Need.Nothing _ -> Kind.END;
            case Need.Fact _, Need.Run _ ->
                    throw new IllegalStateException("the walk waits for " + need);
        };
    }

    private List<HelpView.Option> options(Need need) {
        return switch (need) {
            case Need.Answer(var ask) ->
                    ask.options().stream()
                            .map(
                                    option ->
                                            new HelpView.Option(
                                                    option.id(), label(ask.id(), option.id())))
                            .toList();
            case Need.Confirmation _, Need.Verdict _ ->
                    List.of(
                            new HelpView.Option("yes", words.say("help.yes")),
                            new HelpView.Option("no", words.say("help.no")));
            case Need.Nothing _, Need.Fact _, Need.Run _ -> List.of();
        };
    }

    private HelpView.Answer answer(Passed.Answered answered) {
        return new HelpView.Answer(
                answered.node(),
                answered.option(),
                text(answered.node()).text(),
                label(answered.node(), answered.option()));
    }

    private HelpView.Skip skip(Passed.Skipped skipped) {
        return new HelpView.Skip(
                skipped.node(),
                text(skipped.node()).text(),
                skipped.option(),
                label(skipped.node(), skipped.option()),
                skipped.fact());
    }

    private String label(String node, String option) {
        return text(node + "/" + option).text();
    }

    private Wording text(String key) {
        var node = published.tree().nodes().get(key);
        // an action that runs at once has no words of its own
        return node instanceof Node.Do act && act.confirm() == null
                ? new Wording(act.action(), published.tree().locale())
                : published.wordings().of(key, session.locale(), values);
    }
}

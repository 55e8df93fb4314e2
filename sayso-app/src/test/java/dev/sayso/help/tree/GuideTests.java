package dev.sayso.help.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class GuideTests {
    private final Guide guide = new Guide(Given.sample());

    @Test
    void asksTheQuestionsOneAfterTheOther() {
        var walk = begin("start").choose("pay").fact(null).choose("failed");

        assertThat(walk.need()).isInstanceOf(Need.Run.class);
        assertThat(walk.state.answers())
                .containsExactly(
                        new Passed.Answered("start", "pay"),
                        new Passed.Answered("pay.what", "failed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pay",
                "A payment failed",
                "a PAYMENT  failed.",
                " Pay!",
                "A payment failed ।"
            })
    void understandsIdLabelAndOtherWordsWhateverTheirCaseSpacesOrStop(String words) {
        assertThat(begin("start").say(words).state.node()).isEqualTo("pay.what");
    }

    @Test
    void understandsTheWordsOfEachLanguageOfTheTree() {
        assertThat(begin("start").say("मैं सदस्यता नहीं जोड़ पा रहा हूँ").state.node())
                .isEqualTo("add.what");
        assertThat(begin("start").say("not saving").state.node()).isEqualTo("add.what");
    }

    @ParameterizedTest
    @ValueSource(strings = {"the weather", "", "payy", "<script>"})
    void escalatesWhatItDoesNotKnow(String words) {
        assertThat(begin("start").say(words).end())
                .isEqualTo(new End(End.Status.ESCALATED, End.Reason.UNKNOWN_ANSWER, "contact"));
        assertThat(begin("start").choose("no_such_option").end().reason())
                .isEqualTo(End.Reason.UNKNOWN_ANSWER);
    }

    @Test
    void skipsAQuestionThatAFactAnswersAndKeepsItsTrail() {
        var walk = begin("pay.what").fact("failed");

        assertThat(walk.need()).isInstanceOf(Need.Run.class);
        assertThat(walk.state.skipped())
                .containsExactly(new Passed.Skipped("pay.what", "failed", "last_payment"));
        assertThat(walk.state.answers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"paid", "nonsense", ","})
    void asksWhereTheFactSaysNothingOfUse(String value) {
        assertThat(begin("pay.what").fact(value).need()).isInstanceOf(Need.Answer.class);
    }

    @Test
    void asksAfterAllWhatWasContested() {
        var walk = begin("pay.what").fact("failed").act(new Act.Contest("pay.what"));

        assertThat(walk.need()).isInstanceOf(Need.Answer.class);
        assertThat(walk.state.skipped()).isEmpty();
        assertThat(walk.choose("twice").end().node()).isEqualTo("pay.person");
    }

    @Test
    void refusesToContestWhatWasNotSkipped() {
        assertThat(guide.act(begin("start").state, new Act.Contest("start")))
                .isEqualTo(new Move.Refused(Move.Why.BAD_REQUEST));
    }

    @Test
    void goesBackToTheLastAnsweredQuestionAndForgetsItsAnswer() {
        var walk = begin("start").choose("stats").choose("total");
        assertThat(walk.state.canBack()).isTrue();

        var back = walk.act(new Act.Back());

        assertThat(back.state.node()).isEqualTo("stats.what");
        assertThat(back.state.answers()).containsExactly(new Passed.Answered("start", "stats"));
        assertThat(back.act(new Act.Back()).state.node()).isEqualTo("start");
    }

    @Test
    void staysAtTheStartWhenThereIsNothingToGoBackTo() {
        var walk = begin("start");

        assertThat(walk.state.canBack()).isFalse();
        assertThat(walk.act(new Act.Back()).state).isEqualTo(walk.state);
    }

    @Test
    void neverGoesBackOverADoneAction() {
        var walk = begin("start").choose("pay").fact(null).choose("failed").ran(Act.Result.FAILURE);
        assertThat(walk.state.node()).isEqualTo("pay.card");

        assertThat(walk.state.canBack()).isFalse();
        assertThat(walk.act(new Act.Back()).state).isEqualTo(walk.state);
    }

    @Test
    void goesBackOverAnActionThatWasDeclined() {
        var tree =
                Given.small()
                        .replace(
                                "do: look_again,",
                                "do: save_again, confirm: \"Save?\", declined: told,");
        var guide =
                new Guide(
                        new Linter(Given.SMALL)
                                .lint(TreeFiles.of(new Source("tree.yaml", tree)))
                                .tree()
                                .orElseThrow());

        var walk = new Walked(guide, guide.start("q")).choose("b").choose("no");
        assertThat(walk.state.node()).isEqualTo("told");

        assertThat(walk.act(new Act.Back()).state.node()).isEqualTo("q");
    }

    @Test
    void readsFactsAnewAfterARestartButRunsNoActionTwice() {
        var walk = begin("pay.what").fact("failed").ran(Act.Result.FAILURE).act(new Act.Restart());

        assertThat(walk.need()).isEqualTo(new Need.Fact("last_payment"));
        assertThat(walk.state.trail()).isEmpty();
        assertThat(walk.fact("failed").state.node()).isEqualTo("pay.card");
    }

    @Test
    void asksBeforeAnActionThatChangesSomething() {
        var walk = begin("add.retry");
        assertThat(walk.need()).isInstanceOf(Need.Confirmation.class);

        assertThat(walk.choose("no").end())
                .isEqualTo(new End(End.Status.ESCALATED, End.Reason.ACTION_DECLINED, "contact"));
        assertThat(walk.say("Yes.").need()).isInstanceOf(Need.Run.class);
    }

    @ParameterizedTest
    @CsvSource({
        "SUCCESS, resolved, verified, add.saved",
        "FAILURE, escalated, action_failed, add.person",
        "TIMEOUT, escalated, action_timeout, add.person"
    })
    void goesByTheResultOfAnAction(Act.Result result, String status, String reason, String node) {
        var end = begin("add.retry").choose("yes").ran(result).end();

        assertThat(end.status().wire()).isEqualTo(status);
        assertThat(end.reason().wire()).isEqualTo(reason);
        assertThat(end.node()).isEqualTo(node);
    }

    @Test
    void asksWhetherAnAnswerHelpedAndGoesOnWhereItDidNot() {
        var walk = begin("cycle.how").choose("monthly");
        assertThat(walk.need()).isInstanceOf(Need.Verdict.class);

        assertThat(walk.act(new Act.Solved("cycle.month", true)).end().reason())
                .isEqualTo(End.Reason.CONFIRMED);
        assertThat(walk.act(new Act.Solved("cycle.month", false)).end())
                .isEqualTo(new End(End.Status.ESCALATED, End.Reason.NOT_SOLVED, "contact"));
    }

    @Test
    void leadsToAPersonFromEverywhere() {
        assertThat(begin("start").act(new Act.Escalate()).end())
                .isEqualTo(new End(End.Status.ESCALATED, End.Reason.USER_EXIT, "contact"));
    }

    @Test
    void refusesAnActForAnotherNode() {
        var walk = begin("start").choose("stats");

        assertThat(guide.act(walk.state, new Act.Choose("start", "pay")))
                .isEqualTo(new Move.Refused(Move.Why.STALE));
        assertThat(guide.act(walk.state, new Act.Solved("stats.what", true)))
                .isEqualTo(new Move.Refused(Move.Why.BAD_REQUEST));
        assertThat(guide.act(walk.state, new Act.Ran("pay.look", Act.Result.SUCCESS)))
                .isEqualTo(new Move.Refused(Move.Why.STALE));
    }

    @Test
    void refusesEveryActAfterTheEnd() {
        var ended = begin("start").act(new Act.Escalate()).state;

        for (var act : List.of(new Act.Back(), new Act.Restart(), new Act.Choose("start", "pay"))) {
            assertThat(guide.act(ended, act)).isEqualTo(new Move.Refused(Move.Why.CLOSED));
        }
    }

    @Test
    void countsOneStepForEachActOfThePersonAndNoneForWhatItFindsOut() {
        var walk = begin("start");
        assertThat(walk.state.step()).isEqualTo(1);

        assertThat(walk.choose("pay").state.step()).isEqualTo(2);
        assertThat(walk.choose("pay").fact(null).state.step()).isEqualTo(2);
        assertThat(walk.choose("pay").fact(null).choose("failed").state.step()).isEqualTo(3);
    }

    @Test
    void tellsHowManyQuestionsMayStillCome() {
        assertThat(guide.mostFrom(begin("start").state)).isEqualTo(3);
        assertThat(guide.mostFrom(begin("start").choose("stats").state)).isEqualTo(1);
        assertThat(guide.mostFrom(begin("start").act(new Act.Escalate()).state)).isZero();
    }

    private Walked begin(String entry) {
        return new Walked(guide, guide.start(entry));
    }

    private record Walked(Guide guide, State state) {
        Walked act(Act act) {
            return switch (guide.act(state, act)) {
                case Move.To(var next) -> new Walked(guide, next);
                case Move.Refused(var why) ->
                        throw new AssertionError(act + " was refused: " + why);
            };
        }

        Walked choose(String option) {
            return act(new Act.Choose(state.node(), option));
        }

        Walked say(String words) {
            return act(new Act.Say(state.node(), words));
        }

        Walked fact(String value) {
            return act(new Act.FactRead(((Need.Fact) need()).name(), value));
        }

        Walked ran(Act.Result result) {
            return act(new Act.Ran(state.node(), result));
        }

        Need need() {
            return guide.need(state);
        }

        End end() {
            return state.end();
        }
    }
}

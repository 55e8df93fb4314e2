package dev.sayso.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.catalogue.Catalogue;
import dev.sayso.json.Accuracy;
import dev.sayso.language.internal.StandardParser;
import dev.sayso.language.internal.intent.HelpRules;
import dev.sayso.language.internal.words.Lexicon;
import dev.sayso.language.internal.words.WordFiles;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;

/** A word, a service and a language are added by files alone. */
class LanguageByFileTests {
    private static Parser with(String name, String words, Catalogue catalogue) {
        var files = new LinkedHashMap<>(WordFiles.builtIn());
        files.put(name, words);
        return new StandardParser(new Lexicon(files, catalogue), HelpRules.of(WordFiles.rules()));
    }

    @Test
    void aLanguageIsAWordFileAndACorpus() {
        var words = String.join("\n", CorpusTests.rows("/words/it.words"));
        var italian = with("it.words", words, Catalogue.builtIn());

        var accuracy = Accuracy.of(CorpusTests.rows("/corpus/it/basics.jsonl"), italian);

        assertThat(accuracy.broken()).isEmpty();
        assertThat(accuracy.misses()).isEmpty();
    }

    @Test
    void withoutItsFileALanguageYieldsNoWrongEvent() {
        var accuracy = Accuracy.of(CorpusTests.rows("/corpus/it/basics.jsonl"), Parser.standard());

        assertThat(accuracy.wrong()).isZero();
    }

    @Test
    void aWordIsALineOfAWordFile() {
        var parser = with("more.words", "[cycle]\nmoonish = P1M\n", Catalogue.builtIn());

        assertThat(parser.parse(Given.typed("Netflix 649 moonish")))
                .isEqualTo(Parser.standard().parse(Given.typed("Netflix 649 monthly")));
    }

    @Test
    void aServiceIsALineOfTheCatalogue() {
        var catalogue =
                Catalogue.of(
                        Map.of(
                                "music.txt",
                                "Zzyzx Radio | aliases: zzrad | only by subscription\n"));
        var parser = with("none.words", "", catalogue);

        var outcome = (Outcome.Recorded) parser.parse(Given.typed("zzrad 99 monthly"));

        assertThat(outcome.readings().getFirst().event().name()).isEqualTo("Zzyzx Radio");
    }
}

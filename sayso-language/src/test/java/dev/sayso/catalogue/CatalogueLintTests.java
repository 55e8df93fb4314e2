package dev.sayso.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

class CatalogueLintTests {
    @Test
    void findsNothingInTheCatalogueThatComesWithTheLibrary() {
        assertThat(CatalogueLint.builtIn()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            textBlock =
                    """
                    'A Co | aliases: monthly'         > the alias "monthly" is an everyday word
                    'A Co | aliases: Free'            > the alias "Free" is an everyday word
                    'A Co | aliases: paisa'           > the alias "paisa" is an everyday word
                    'A Co | aliases: a co'            > the alias "a co" stands there already
                    'A Co | aliases: BCD, bcd'        > the alias "bcd" stands there already
                    'A Co | aliases: x'               > the alias "x" is a single character
                    'A Co | aliases: 360'             > the alias "360" is a single character or a number
                    'A Co | aliases: "Bee"'           > has a quotation mark
                    'A  Co'                           > has a quotation mark, a bracket or two spaces
                    'A Co (new)'                      > has a quotation mark, a bracket
                    'A Co | spoken: A co'             > has other than small letters
                    'A Co | spoken: free'             > the spoken form "free" is an everyday word
                    'A Co | statement: a co ltd'      > has no capital
                    'A Co | aliases: Bee\nAardvark'   > Aardvark stands after A Co; put it where
                    'A Co | alias: b'                 > "alias: b" is not known
                    """)
    void refusesWhatMakesReadingsWorse(String lines, String problem) {
        var files = Map.of("software.txt", lines.replace("\\n", "\n"));

        assertThat(CatalogueLint.problemsOf(files))
                .singleElement()
                .asString()
                .startsWith("software.txt:")
                .contains(problem);
    }

    @Test
    void refusesANameThatIsTooLongToBeOne() {
        assertThat(CatalogueLint.problemsOf(Map.of("news.txt", "Long " + "and ".repeat(20))))
                .singleElement()
                .asString()
                .contains("longer than 60 characters");
    }

    @Test
    void letsAnAliasSpellTheNameApart() {
        assertThat(CatalogueLint.problemsOf(Map.of("cloud.txt", "Dropbox | aliases: Drop Box")))
                .isEmpty();
    }

    @Test
    void letsAThingBeAnEverydayWord() {
        assertThat(
                        CatalogueLint.problemsOf(
                                Map.of("things.txt", "Milk | aliases: water | category: food")))
                .isEmpty();
    }

    @Test
    void letsAServiceHaveAnEverydayWordAsItsName() {
        assertThat(CatalogueLint.problemsOf(Map.of("telecom.txt", "Free | currency: EUR")))
                .isEmpty();
    }
}

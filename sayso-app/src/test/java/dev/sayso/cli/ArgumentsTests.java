package dev.sayso.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

class ArgumentsTests {
    private static final URI HERE = URI.create("http://127.0.0.1:8080");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Netflix 499 monthly           | Netflix 499 monthly
                    help me cancel Netflix        | help me cancel Netflix
                    list my subscriptions         | list my subscriptions
                    serve me well                 | serve me well
                    parse this                    | parse this
                    explain                       | explain
                    accuracy is not all of it     | accuracy is not all of it
                    restore my Netflix            | restore my Netflix
                    -- --port                     | --port
                    -- list it --json             | list it --json
                    Netflix -5 off                | Netflix -5 off
                    """)
    void takesWhatIsNoCommandForASentence(String line, String text) {
        assertThat(read(line)).isEqualTo(new Command.Say(text, HERE, false));
    }

    @Test
    void takesOneQuotedArgumentForASentenceEvenWhenItBeginsLikeACommand() {
        assertThat(Arguments.read(List.of("list my subscriptions"), Map.of()))
                .isEqualTo(new Command.Say("list my subscriptions", HERE, false));
        assertThat(Arguments.read(List.of(""), Map.of()))
                .isEqualTo(new Command.Say("", HERE, false));
    }

    @ParameterizedTest
    @CsvSource({"'', Help", "help, Help", "-h, Help", "--help, Help", "serve --help, Help"})
    void helpsWhoAsksOrSaysNothing(String line, String command) {
        assertThat(read(line).getClass().getSimpleName()).isEqualTo(command);
    }

    @Test
    void servesHereByDefault() {
        assertThat(read("serve"))
                .isEqualTo(new Command.Serve(8080, Path.of("data").toAbsolutePath(), List.of()));
        assertThat(read("serve --port 9000 --data=/srv/sayso --sayso.account.currency=EUR"))
                .isEqualTo(
                        new Command.Serve(
                                9000,
                                Path.of("/srv/sayso"),
                                List.of("--sayso.account.currency=EUR")));
    }

    @Test
    void readsOptionsWhereverTheyStand() {
        var there = URI.create("http://127.0.0.1:9000");

        assertThat(read("--port 9000 Netflix 499 --json monthly"))
                .isEqualTo(new Command.Say("Netflix 499 monthly", there, true));
        assertThat(read("list --json --port=9000")).isEqualTo(new Command.ShowList(there, true));
    }

    @Test
    void leavesTheTreesOfHelpToTheirOwnCommands() {
        assertThat(read("help lint a.yaml --json"))
                .isEqualTo(new Command.HelpTrees(List.of("lint", "a.yaml", "--json")));
    }

    @Test
    void findsTheServerByItsAddressUnlessAPortIsGiven() {
        var environment = Map.of("SAYSO_URL", "https://sayso.example/");

        assertThat(Arguments.read(List.of("list"), environment))
                .isEqualTo(new Command.ShowList(URI.create("https://sayso.example"), false));
        assertThat(Arguments.read(List.of("list", "--port", "9000"), environment))
                .isEqualTo(new Command.ShowList(URI.create("http://127.0.0.1:9000"), false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --dry-run Netflix          |       |     |
                    --locale de-DE Netflix     | de-DE |     |
                    --currency eur Netflix     |       | EUR |
                    --now 2026-11-24T09:00:00+05:30 Netflix | | | 2026-11-24T09:00:00+05:30
                    """)
    void triesDryWhenThePlaceOrTheTimeIsGiven(
            String line, String locale, String currency, String now) {
        assertThat(read(line))
                .isEqualTo(
                        new Command.DryRun(
                                "Netflix",
                                locale == null ? null : Locale.forLanguageTag(locale),
                                currency == null ? null : Currency.getInstance(currency),
                                now == null ? null : OffsetDateTime.parse(now),
                                false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --bogus                      | there is no option --bogus
                    serve --prot 9000            | there is no option --prot
                    serve --port                 | --port needs a value
                    serve --port 80x             | --port "80x" is not a port
                    serve --port 65536           | give a number from 1 to 65535
                    serve --json                 | --json does not go with serve
                    serve --data=                | --data "" is not the name of a folder
                    list --data x                | --data does not go with list
                    list --sayso.web.hosts=x     | goes with ./sayso serve only
                    --json=yes Netflix           | --json takes no value
                    --data x Netflix             | --data does not go with a sentence
                    --locale x_y_z Netflix       | write it like en-IN
                    --currency rupees Netflix    | --currency "rupees" is not an ISO 4217 code
                    --now tomorrow Netflix       | write it like 2026-11-24T09:00:00+05:30
                    parse                        | wants --jsonl
                    backup                       | backup wants the file to write
                    restore --data x             | restore wants the backup
                    backup x --port 1            | --port does not go with backup
                    """)
    void saysWhatCannotBeReadAndWhatCould(String line, String sentence) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource({"localhost:8080", "ftp://127.0.0.1", "http:///", "'http://a b'"})
    void refusesAnAddressThatIsNone(String url) {
        assertThatThrownBy(() -> Arguments.read(List.of("list"), Map.of("SAYSO_URL", url)))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("write it like http://127.0.0.1:8080");
    }

    private static Command read(String line) {
        return Arguments.read(line.isBlank() ? List.of() : List.of(line.split(" ")), Map.of());
    }
}

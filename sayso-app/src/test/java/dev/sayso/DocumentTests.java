package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.cli.CommandLine;
import dev.sayso.cli.Terminal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the documents say is so. */
@House.Open
class DocumentTests {
    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Tests)?)`");

    @Autowired House house;

    @Test
    void beginsWithTheTwoCommands() throws IOException {
        var blocks =
                BLOCK.matcher(read("README.md"))
                        .results()
                        .map(block -> block.group(1).strip())
                        .toList();

        assertThat(blocks.get(0)).isEqualTo("./sayso serve");
        assertThat(blocks.get(1)).isEqualTo("./verify");
        assertThat(HOUSE.resolve("sayso")).isExecutable();
        assertThat(HOUSE.resolve("verify")).isExecutable();
    }

    @Test
    void answersTheSentenceOfTheReadmeAsItSays() throws IOException {
        house.afresh();
        var block =
                BLOCK.matcher(read("README.md"))
                        .results()
                        .map(it -> it.group(1))
                        .filter(it -> it.startsWith("$ ./sayso \""))
                        .findFirst()
                        .orElseThrow();
        var sentence =
                block.substring(
                        block.indexOf('"') + 1, block.lastIndexOf('"', block.indexOf('\n')));

        assertThat(say(sentence)).isEqualTo(block.substring(block.indexOf('\n') + 1));
    }

    @Test
    void takesWhatTheReadmeSuggestsToSay() throws IOException {
        var api = house.afresh();
        api.say("Netflix ₹499 monthly");
        var line =
                read("README.md")
                        .lines()
                        .filter(it -> it.startsWith("Say more:"))
                        .findFirst()
                        .orElseThrow();

        var sentences =
                Pattern.compile("`([^`]+)`")
                        .matcher(line)
                        .results()
                        .map(it -> it.group(1))
                        .toList();

        assertThat(sentences).hasSizeGreaterThan(3);
        for (var sentence : sentences) {
            assertThat(api.say(sentence).get("status")).as(sentence).isEqualTo("recorded");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"})
    void namesOnlyWhatIsThere(String document) throws IOException {
        var text = read(document);
        var classes = classes();

        for (var link :
                LINK.matcher(text)
                        .results()
                        .map(it -> it.group(1))
                        .filter(it -> !it.startsWith("http"))
                        .toList()) {
            assertThat(HOUSE.resolve(link)).as(link).exists();
        }
        for (var path :
                Pattern.compile("`(sayso-[\\w/.-]+)`")
                        .matcher(text)
                        .results()
                        .map(it -> it.group(1))
                        .toList()) {
            assertThat(HOUSE.resolve(path)).as(path).exists();
        }
        for (var name :
                NAMED.matcher(text)
                        .results()
                        .map(it -> it.group(1))
                        .filter(it -> it.endsWith("Tests"))
                        .toList()) {
            assertThat(classes).contains(name);
        }
    }

    @Test
    void drawsThePackagesThatThereAre() throws IOException {
        var packages =
                Pattern.compile("(?m)^  (dev\\.sayso\\.?\\w*)")
                        .matcher(read("ARCHITECTURE.md"))
                        .results()
                        .map(it -> it.group(1))
                        .toList();

        assertThat(packages).hasSizeGreaterThan(8);
        for (var name : packages) {
            assertThat(
                            Stream.of("sayso-language", "sayso-app")
                                    .map(
                                            module ->
                                                    HOUSE.resolve(
                                                            module
                                                                    + "/src/main/java/"
                                                                    + name.replace('.', '/'))))
                    .as(name)
                    .anyMatch(Files::isDirectory);
        }
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/captures, Incoming", "PUT, /api/captures/{id}/draft, Answer"})
    void describesTheFieldsThatAHandlerKnows(String method, String path, String schema) {
        var api = house.afresh();
        var id = api.say("Hotstar subscription 299").get("id");
        var refusal =
                api.send(method, path.replace("{id}", id), "{\"foreign\": 1}", Map.of())
                        .get("detail");
        var known = refusal.substring(refusal.indexOf("known are ") + 10).split(";")[0].split(", ");

        var described =
                new TreeSet<>(
                        api.get("/v3/api-docs")
                                .json()
                                .at("/components/schemas/" + schema + "/properties")
                                .propertyNames());

        assertThat(described).containsExactlyInAnyOrder(known);
    }

    private String say(String sentence) {
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        var terminal =
                new Terminal(
                        InputStream.nullInputStream(),
                        stream,
                        stream,
                        Map.of("SAYSO_URL", "http://127.0.0.1:" + house.port()),
                        new MutableClock(House.TODAY),
                        Locale.ENGLISH);
        new CommandLine(terminal, _ -> CommandLine.NOT_DONE).run(List.of(sentence));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> classes() throws IOException {
        try (var app = Files.walk(HOUSE.resolve("sayso-app/src"));
                var language = Files.walk(HOUSE.resolve("sayso-language/src"))) {
            return Stream.concat(app, language)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .toList();
        }
    }

    private static String read(String document) throws IOException {
        return Files.readString(HOUSE.resolve(document));
    }
}

package dev.sayso.help.web;

import dev.sayso.account.Account;
import dev.sayso.help.HelpReports;
import dev.sayso.help.Publications;
import dev.sayso.help.Publications.Outcome;
import dev.sayso.help.ShippedHelp;
import dev.sayso.help.Trees;
import dev.sayso.help.tree.Picture;
import dev.sayso.help.tree.Problem;
import dev.sayso.help.tree.Source;
import dev.sayso.help.tree.TreeFiles;
import dev.sayso.platform.web.BadRequest;
import dev.sayso.platform.web.JsonBody;
import dev.sayso.platform.web.OpenApi.Bodies;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Publishing trees while the server runs, and the way back. */
@RestController
@RequestMapping(path = "/api/help/trees", produces = MediaType.APPLICATION_JSON_VALUE)
class TreeApi {
    private final Publications publications;
    private final Trees trees;
    private final HelpReports reports;

    TreeApi(Publications publications, Trees trees, HelpReports reports) {
        this.publications = publications;
        this.trees = trees;
        this.reports = reports;
    }

    /** What was published, served again and withdrawn, and which version serves now. */
    @GetMapping
    @Bodies(gives = "HelpHistory")
    String history(@RequestParam(defaultValue = ShippedHelp.SAYSO) String tree) {
        var json = new LinkedHashMap<String, Object>();
        json.put("trees", publications.names());
        trees.find(tree)
                .ifPresent(
                        serving -> {
                            json.put("tree", tree);
                            json.put("version", serving.version());
                            json.put("revision", serving.revision());
                        });
        json.put("history", publications.history(tree).stream().map(TreeApi::json).toList());
        return JsonMapper.shared().writeValueAsString(json);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Bodies(takes = "HelpTree", gives = "HelpPublished", as = "201")
    ResponseEntity<String> publish(Account author, @RequestBody byte[] bytes) {
        var body = JsonBody.read(bytes);
        var tree = body.required("tree");
        var texts = body.scalars("texts");
        var walks = body.text("walks");
        body.done();
        return publish(author, tree, texts, walks);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<String> publish(
            Account author,
            @RequestPart MultipartFile file,
            @RequestPart(required = false) @Nullable List<MultipartFile> texts,
            @RequestPart(required = false) @Nullable MultipartFile walks)
            throws IOException {
        var byLocale = new TreeMap<String, String>();
        for (var text : texts == null ? List.<MultipartFile>of() : texts) {
            var name = String.valueOf(text.getOriginalFilename());
            byLocale.put(name.replaceFirst("\\.ya?ml$", ""), read(text));
        }
        return publish(author, read(file), byLocale, walks == null ? null : read(walks));
    }

    private static String read(MultipartFile file) throws IOException {
        return new String(file.getBytes(), StandardCharsets.UTF_8);
    }

    private ResponseEntity<String> publish(
            Account author, String tree, Map<String, String> texts, @Nullable String walks) {
        var translations = new TreeMap<String, Source>();
        texts.forEach(
                (locale, text) ->
                        translations.put(locale, new Source("texts/" + locale + ".yaml", text)));
        var files =
                new TreeFiles(
                        new Source("tree.yaml", tree),
                        List.of(),
                        translations,
                        walks == null ? null : new Source("walks.yaml", walks),
                        null);
        return answer(publications.publish(author, files), HttpStatus.CREATED);
    }

    /** Serves a version again that served before. */
    @PostMapping("/{version}/serve")
    @Bodies(takes = "HelpServe", gives = "HelpPublished")
    ResponseEntity<String> serve(
            Account author,
            @PathVariable String version,
            @RequestBody(required = false) byte @Nullable [] bytes) {
        var body = JsonBody.read(bytes == null ? new byte[] {'{', '}'} : bytes);
        var revision = body.whole("revision");
        body.done();
        return answer(publications.serve(author, version, revision), HttpStatus.OK);
    }

    @PostMapping("/{version}/withdraw")
    @Bodies(gives = "HelpPublished")
    ResponseEntity<String> withdraw(Account author, @PathVariable String version) {
        return answer(publications.withdraw(author, version), HttpStatus.OK);
    }

    /** The tree with last month's figures: SVG, or Mermaid and DOT as text. */
    @GetMapping(path = "/{version}/picture", produces = MediaType.ALL_VALUE)
    ResponseEntity<String> picture(
            Account author,
            @PathVariable String version,
            @RequestParam(defaultValue = "svg") String format) {
        var published = trees.version(version);
        if (published.isEmpty()) {
            return unknown();
        }
        var tree = published.get().tree();
        var picture = new Picture(tree, reports.marks(author));
        return switch (format) {
            case "svg" ->
                    ResponseEntity.ok()
                            .contentType(MediaType.valueOf("image/svg+xml;charset=UTF-8"))
                            .body(picture.svg());
            case "mermaid" -> text(picture.mermaid());
            case "dot" -> text(picture.dot());
            default -> throw new BadRequest("format is not known; give svg, mermaid or dot");
        };
    }

    private static ResponseEntity<String> text(String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/plain;charset=UTF-8"))
                .body(text);
    }

    private static ResponseEntity<String> answer(Outcome outcome, HttpStatus fresh) {
        return switch (outcome) {
            case Outcome.Serves serves ->
                    HelpProblems.answer(
                            serves.fresh() ? fresh : HttpStatus.OK,
                            JsonMapper.shared()
                                    .writeValueAsString(
                                            Map.of(
                                                    "tree", serves.tree(),
                                                    "version", serves.version(),
                                                    "revision", serves.revision(),
                                                    "problems", problems(serves.warnings()))));
            case Outcome.Faulty(var problems) ->
                    HelpProblems.answer(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            JsonMapper.shared()
                                    .writeValueAsString(Map.of("problems", problems(problems))));
            case Outcome.Unknown _ -> unknown();
            case Outcome.Impossible(var why) ->
                    HelpProblems.answer(
                            HttpStatus.CONFLICT, HelpProblems.json("conflict", why, null));
        };
    }

    private static List<Map<String, Object>> problems(List<Problem> problems) {
        return problems.stream().map(TreeApi::json).toList();
    }

    static Map<String, Object> json(Problem problem) {
        var json = new LinkedHashMap<String, Object>();
        json.put("rule", problem.rule());
        json.put("level", problem.level().wire());
        json.put("file", problem.file());
        json.put("line", problem.line());
        json.put("message", problem.message());
        return json;
    }

    private static Map<String, Object> json(Publications.Entry entry) {
        var json = new LinkedHashMap<String, Object>();
        json.put("act", entry.act());
        json.put("version", entry.version());
        json.put("revision", entry.revision());
        json.put("at", entry.at());
        if (entry.by() != null) {
            json.put("by", entry.by());
        }
        json.put("withdrawn", entry.withdrawn());
        return json;
    }

    private static ResponseEntity<String> unknown() {
        return HelpProblems.answer(
                HttpStatus.NOT_FOUND,
                HelpProblems.json(
                        "not_found",
                        "no such version is kept; GET /api/help/trees lists those that are",
                        null));
    }
}

package dev.sayso.help.web;

import dev.sayso.account.Account;
import dev.sayso.help.HelpReports;
import dev.sayso.help.figures.Figures;
import dev.sayso.platform.web.BadRequest;
import dev.sayso.platform.web.OpenApi.Bodies;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** The figures of help, and the log that they come from. */
@RestController
@RequestMapping("/api/help/analytics")
class FigureApi {
    private final HelpReports reports;
    private final Clock clock;

    FigureApi(HelpReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @GetMapping(path = "/funnel", produces = MediaType.APPLICATION_JSON_VALUE)
    @Bodies(gives = "HelpFigures")
    String funnel(
            Account account,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String entry,
            @RequestParam(required = false) @Nullable String locale) {
        var days = days(account, from, to);
        return JsonMapper.shared()
                .writeValueAsString(
                        FigureJson.of(
                                reports.of(
                                        account,
                                        new Figures.Selection(
                                                days.first(),
                                                days.last(),
                                                version,
                                                entry,
                                                locale))));
    }

    /** The log, an event a line, without what was shown: all figures can be computed from it. */
    @GetMapping(path = "/events", produces = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<StreamingResponseBody> events(
            Account account,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        var days = days(account, from, to);
        return ResponseEntity.ok()
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"help-%s-%s.ndjson\""
                                .formatted(days.first(), days.last()))
                .contentType(MediaType.APPLICATION_NDJSON)
                .body(
                        out ->
                                reports.export(
                                        account,
                                        days.first(),
                                        days.last(),
                                        line -> {
                                            out.write(line.getBytes(StandardCharsets.UTF_8));
                                            out.write('\n');
                                        }));
    }

    private record Days(LocalDate first, LocalDate last) {}

    private Days days(Account account, @Nullable String from, @Nullable String to) {
        var last = to == null ? account.today(clock) : day("to", to);
        var first = from == null ? last.minusDays(29) : day("from", from);
        if (first.isAfter(last) || first.plusYears(2).isBefore(last)) {
            throw new BadRequest("from is after to, or more than two years before it");
        }
        return new Days(first, last);
    }

    private static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadRequest(name + " is no day; give one such as 2026-11-24");
        }
    }
}

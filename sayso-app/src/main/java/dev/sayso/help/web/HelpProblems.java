package dev.sayso.help.web;

import dev.sayso.help.HelpRefused;
import dev.sayso.help.HelpView;
import dev.sayso.platform.web.BadRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.Locale;

/** What help refuses: {@code {error, message, view}}, so that a client can go on from the view. */
@RestControllerAdvice(
        assignableTypes = {HelpApi.class, TicketApi.class, TreeApi.class, FigureApi.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class HelpProblems {
    @ExceptionHandler
    ResponseEntity<String> refused(HelpRefused refused) {
        var status =
                switch (refused.why()) {
                    case BAD_REQUEST -> HttpStatus.BAD_REQUEST;
                    case NOT_FOUND -> HttpStatus.NOT_FOUND;
                    case STALE, CLOSED -> HttpStatus.CONFLICT;
                    case EXPIRED -> HttpStatus.GONE;
                };
        return answer(
                status,
                json(
                        refused.why().name().toLowerCase(Locale.ROOT),
                        String.valueOf(refused.getMessage()),
                        refused.view()));
    }

    @ExceptionHandler
    ResponseEntity<String> badRequest(BadRequest refused) {
        return answer(
                HttpStatus.BAD_REQUEST,
                json("bad_request", String.valueOf(refused.getMessage()), null));
    }

    static ResponseEntity<String> answer(HttpStatus status, String json) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(json);
    }

    static String json(String error, String message, @Nullable HelpView view) {
        var json = new LinkedHashMap<String, Object>();
        json.put("error", error);
        json.put("message", message);
        if (view != null) {
            json.put("view", view.members());
        }
        if (error.equals("expired")) {
            json.put("start", "/api/help/sessions");
        }
        return JsonMapper.shared().writeValueAsString(json);
    }
}

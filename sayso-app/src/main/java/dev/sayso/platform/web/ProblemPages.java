package dev.sayso.platform.web;

import dev.sayso.platform.sql.OutcomeUnknown;
import dev.sayso.platform.sql.Overloaded;
import dev.sayso.platform.sql.StorageFailed;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Errors of the pages, as pages: a browser gets one, the page's script a note for below the box.
 * Programs get problem details.
 */
@Controller
final class ProblemPages implements ErrorController, HandlerExceptionResolver, Ordered {
    private static final Logger log = LoggerFactory.getLogger(ProblemPages.class);
    private static final int RETRY_SECONDS = 3;

    private final Wording wording;
    private final Assets assets;

    ProblemPages(Wording wording, Assets assets) {
        this.wording = wording;
        this.assets = assets;
    }

    /** Before the resolver that answers programs, which would answer a browser with JSON. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception problem) {
        if (ProblemWriter.isForPrograms(request.getRequestURI())) {
            return null;
        }
        int status = statusOf(problem);
        if (status >= 500) {
            // the type alone: a message may quote what a person wrote
            log.error(
                    "{} {} ended in {}",
                    request.getMethod(),
                    handler,
                    problem.getClass().getName());
            log.debug("because", problem);
        }
        try {
            response.sendError(status);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    Object problem(HttpServletRequest request, HttpServletResponse response) {
        int status = statusOf(request);
        var uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (uri instanceof String path && ProblemWriter.isForPrograms(path)) {
            return ResponseEntity.status(status)
                    .body(ProblemDetail.forStatus(HttpStatusCode.valueOf(status)));
        }
        response.setStatus(status);
        var page = new Page(wording.of(request), assets, "Sayso");
        var view = ProblemView.of(page, status, retrySeconds(response));
        var template = Htmx.asks(request) ? "platform/problem_note" : "platform/problem";
        return new ModelAndView(template, Map.of(JteView.VIEW, view));
    }

    private static int statusOf(Exception problem) {
        return switch (problem) {
            case ErrorResponse known -> known.getStatusCode().value();
            case BadRequest _, MultipartException _ -> HttpStatus.BAD_REQUEST.value();
            case StorageFailed failed when failed.isFull() ->
                    HttpStatus.INSUFFICIENT_STORAGE.value();
            case Overloaded _, OutcomeUnknown _, StorageFailed _ ->
                    HttpStatus.SERVICE_UNAVAILABLE.value();
            default -> {
                var named =
                        AnnotatedElementUtils.findMergedAnnotation(
                                problem.getClass(), ResponseStatus.class);
                yield named == null
                        ? HttpStatus.INTERNAL_SERVER_ERROR.value()
                        : named.code().value();
            }
        };
    }

    private static int statusOf(HttpServletRequest request) {
        // asked for by name, it is an address like any other that is not there
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : HttpStatus.NOT_FOUND.value();
    }

    private static int retrySeconds(HttpServletResponse response) {
        var after = response.getHeader(HttpHeaders.RETRY_AFTER);
        return after != null && after.matches("\\d{1,5}") ? Integer.parseInt(after) : RETRY_SECONDS;
    }
}

package dev.sayso.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;

/** Refuses a request in a filter: the API by problem details, a page by the error page. */
@Component
public final class ProblemWriter {
    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Whether the address is one of programs, which get problem details and no pages. */
    public static boolean isForPrograms(String path) {
        return path.startsWith("/api/")
                || path.startsWith("/v3/")
                || path.startsWith("/actuator/")
                || path.equals("/api")
                || path.equals("/actuator");
    }

    /** Ends the request with the status and a sentence. */
    public void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String detail)
            throws IOException {
        if (isForPrograms(request.getRequestURI())) {
            var problem = ProblemDetail.forStatusAndDetail(status, detail);
            problem.setInstance(URI.create(request.getRequestURI()));
            response.setStatus(status.value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(problem));
        } else {
            response.sendError(status.value(), detail);
        }
    }
}

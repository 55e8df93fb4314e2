package dev.sayso.platform.web;

import dev.sayso.platform.sql.OutcomeUnknown;
import dev.sayso.platform.sql.Overloaded;
import dev.sayso.platform.sql.StorageFailed;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Errors as problem details (RFC 9457), each with a sentence that says what came and what was
 * expected.
 */
@RestControllerAdvice
@Order(0) // before the framework's own, whose details teach nothing; pages are answered before
class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badRequest(BadRequest e) {
        return problem(HttpStatus.BAD_REQUEST, e.getMessage());
    }

    /** What the framework refuses before a handler runs. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Exception e) {
        return switch (e) {
            case Idempotency.KeyReused reused ->
                    problem(HttpStatus.UNPROCESSABLE_CONTENT, reused.getMessage());
            case Overloaded overloaded ->
                    retry(HttpStatus.SERVICE_UNAVAILABLE, overloaded.getMessage());
            case StorageFailed failed -> {
                log.error("a unit could not be made durable", failed);
                yield failed.isFull()
                        ? problem(HttpStatus.INSUFFICIENT_STORAGE, failed.getMessage())
                        : retry(HttpStatus.SERVICE_UNAVAILABLE, failed.getMessage());
            }
            case OutcomeUnknown unknown -> {
                log.error("a unit's outcome is unknown", unknown);
                yield retry(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "whether it was written is not known yet; send it again with the same"
                                + " Idempotency-Key");
            }
            case HttpMessageNotReadableException _ ->
                    problem(
                            HttpStatus.BAD_REQUEST,
                            "the body is empty; a JSON object was expected, such as"
                                    + " {\"text\": \"Netflix 499 monthly\"}");
            case NoResourceFoundException _ ->
                    problem(
                            HttpStatus.NOT_FOUND,
                            "there is nothing at this address; /v3/api-docs lists what there is");
            case HttpRequestMethodNotSupportedException wrong ->
                    problem(
                            HttpStatus.METHOD_NOT_ALLOWED,
                            wrong.getMethod()
                                    + " is not answered here; "
                                    + wrong.getSupportedHttpMethods()
                                    + " is",
                            wrong.getHeaders());
            case HttpMediaTypeNotSupportedException wrong ->
                    problem(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "the body's Content-Type is "
                                    + (wrong.getContentType() == null
                                            ? "missing"
                                            : wrong.getContentType())
                                    + "; application/json was expected");
            case MissingServletRequestParameterException missing ->
                    problem(HttpStatus.BAD_REQUEST, missing.getParameterName() + " is missing");
            case MethodArgumentTypeMismatchException wrong ->
                    problem(
                            HttpStatus.BAD_REQUEST,
                            wrong.getName()
                                    + " is not of the form that is expected; a whole number was");
            case ErrorResponse known -> problem(known.getStatusCode(), known.getBody().getDetail());
            default -> {
                log.error("a request failed", e);
                yield problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "this could not be done, and nothing was changed; the log has it under this"
                                + " request's trace id");
            }
        };
    }

    private static ResponseEntity<ProblemDetail> retry(
            HttpStatusCode status, @Nullable String detail) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "1");
        return problem(status, detail, headers);
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatusCode status, @Nullable String detail) {
        return problem(status, detail, HttpHeaders.EMPTY);
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatusCode status, @Nullable String detail, HttpHeaders headers) {
        return ResponseEntity.status(status)
                .headers(headers)
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}

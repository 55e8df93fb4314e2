package dev.sayso.capture.web;

import dev.sayso.capture.NoSuchCapture;
import dev.sayso.capture.NotAnswered;
import dev.sayso.platform.web.ApiAdvice;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What captures refuse, as problem details. */
@ApiAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class CaptureProblems {
    @ExceptionHandler
    ProblemDetail noSuchCapture(NoSuchCapture e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notAnswered(NotAnswered e) {
        return ProblemDetail.forStatusAndDetail(
                e.isUnclear() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT,
                e.getMessage());
    }
}

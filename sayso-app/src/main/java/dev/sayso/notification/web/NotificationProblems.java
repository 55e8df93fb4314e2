package dev.sayso.notification.web;

import dev.sayso.platform.web.ApiAdvice;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What the inbox and the channels refuse, as problem details. */
@ApiAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class NotificationProblems {
    @ExceptionHandler
    ProblemDetail notThere(NotThere e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    }
}

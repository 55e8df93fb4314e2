package dev.sayso.subscription.web;

import dev.sayso.platform.web.ApiAdvice;
import dev.sayso.subscription.NoSuchSubscription;
import dev.sayso.subscription.Unfit;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What changes to subscriptions refuse, as problem details. */
@ApiAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SubscriptionProblems {
    @ExceptionHandler
    ProblemDetail noSuchSubscription(NoSuchSubscription e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail noSuchPart(NoSuchPart e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unfit(Unfit e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage());
    }
}

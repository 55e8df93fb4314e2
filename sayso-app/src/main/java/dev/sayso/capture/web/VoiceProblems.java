package dev.sayso.capture.web;

import dev.sayso.capture.voice.NotHeard;
import dev.sayso.capture.voice.UnreadableClip;
import dev.sayso.capture.voice.VoiceOff;
import dev.sayso.platform.web.ApiAdvice;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** What recordings are refused for, as problem details. */
@ApiAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class VoiceProblems {
    @ExceptionHandler
    ProblemDetail unreadable(UnreadableClip e) {
        return ProblemDetail.forStatusAndDetail(status(e.why()), e.getMessage());
    }

    static HttpStatus status(UnreadableClip.Why why) {
        return switch (why) {
            case FORMAT -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case BROKEN -> HttpStatus.UNPROCESSABLE_CONTENT;
            case LENGTH, SIZE -> HttpStatus.CONTENT_TOO_LARGE;
        };
    }

    @ExceptionHandler
    ProblemDetail notHeard(NotHeard e) {
        var problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage());
        problem.setProperty("transcript", e.transcript());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail off(VoiceOff e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_IMPLEMENTED, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail tooLarge(MaxUploadSizeExceededException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONTENT_TOO_LARGE,
                "the recording has more than 10 MB; say it in at most 60 seconds");
    }

    @ExceptionHandler
    ProblemDetail noPart(MissingServletRequestPartException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                "the form has no part \"audio\"; send the recording under that name, or as the"
                        + " body itself");
    }

    @ExceptionHandler
    ProblemDetail broken(MultipartException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                "the form cannot be read; send multipart/form-data with a part \"audio\", or the"
                        + " recording as the body itself");
    }
}

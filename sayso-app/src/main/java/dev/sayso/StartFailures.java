package dev.sayso;

import dev.sayso.cli.Terminal;
import dev.sayso.platform.sql.StartProblem;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import java.io.PrintStream;

/**
 * Why the server cannot start, as one sentence for a person. Spring finds these by {@code
 * META-INF/spring.factories}; a failure that none of them knows is logged with its trace.
 */
final class StartFailures {
    private StartFailures() {}

    /** Ends what was said about a failure: one that no sentence explains has only its log line. */
    static void conclude(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartProblem || cause instanceof PortInUseException) {
                return;
            }
        }
        Terminal.ofProcess().err().println("Sayso could not start; what stands above says why.");
    }

    /** What the modules themselves found wrong, in their words. */
    static final class OfSayso extends AbstractFailureAnalyzer<StartProblem> {
        @Override
        protected FailureAnalysis analyze(Throwable root, StartProblem problem) {
            return new FailureAnalysis(String.valueOf(problem.getMessage()), null, problem);
        }
    }

    /** Before Spring's own, which speaks of identifying processes. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class OfThePort extends AbstractFailureAnalyzer<PortInUseException> {
        @Override
        protected FailureAnalysis analyze(Throwable root, PortInUseException problem) {
            return new FailureAnalysis(
                    "Port "
                            + problem.getPort()
                            + " is in use; stop what runs there, or choose another with --port N.",
                    null,
                    problem);
        }
    }

    /** Says it on the error stream, in place of the log's many lines. */
    static final class Reporter implements FailureAnalysisReporter {
        private final PrintStream err;

        Reporter() {
            this(Terminal.ofProcess().err());
        }

        Reporter(PrintStream err) {
            this.err = err;
        }

        @Override
        public void report(FailureAnalysis failure) {
            err.println(failure.getDescription().strip() + sentence(failure.getAction()));
        }

        private static String sentence(@Nullable String action) {
            return action == null || action.isBlank() ? "" : " " + action.strip();
        }
    }
}

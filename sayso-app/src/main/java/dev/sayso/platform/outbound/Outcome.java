package dev.sayso.platform.outbound;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** How a call ended. */
public sealed interface Outcome {
    /**
     * The other side answered, whatever it answered; a redirect is an answer and is not followed.
     *
     * @param headers by their names in lower case
     * @param retryAfter when it wants to be asked again, if it said so
     */
    record Answered(
            int status, Map<String, String> headers, byte[] body, @Nullable Duration retryAfter)
            implements Outcome {
        public Answered {
            headers = Map.copyOf(headers);
        }

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /**
     * There is no answer.
     *
     * @param retryAfter from when on it makes sense to try again, where that is known
     */
    record Failed(Reason reason, @Nullable Duration retryAfter) implements Outcome {}

    /** Why there is no answer. */
    enum Reason {
        /** Its name leads nowhere, or where nobody may call; which, is not said. */
        ADDRESS("there is nothing at this address that may be called"),
        /** Nobody took the connection, or its certificate is not to be trusted. */
        CONNECT("no trusted connection could be made"),
        /** It took longer than it may. */
        TIMED_OUT("it took too long"),
        /** The connection ended within the answer. */
        CUT("the connection broke"),
        /** The answer is longer than it may be. */
        TOO_LARGE("the answer is too long"),
        /** As many calls as may run to this host do. */
        BUSY("too many calls to it run just now"),
        /** It failed so often of late that it is left alone for a while; nothing was sent. */
        OPEN("it failed too often of late and is left alone for a while");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** For a person; says nothing of what is inside a network. */
        public String sentence() {
            return sentence;
        }
    }
}

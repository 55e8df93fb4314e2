package dev.sayso.notification;

import dev.sayso.notification.Channel.Type;
import dev.sayso.platform.outbound.Outcome;
import dev.sayso.platform.outbound.Outcome.Answered;
import dev.sayso.platform.outbound.Outcome.Failed;
import dev.sayso.platform.outbound.Outcome.Reason;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** How one type of channel is told: one attempt, outside of any unit. */
interface Sender {
    Type type();

    /**
     * @param secret what a webhook's messages are signed with
     */
    Sent send(Channel channel, @Nullable String secret, Letter letter);

    /** How an attempt ended. */
    sealed interface Sent {
        record Done() implements Sent {}

        /**
         * It did not work.
         *
         * @param result for the log: what came back, never what was sent
         * @param forGood whether no other try helps
         * @param retryAfter what the other side asked for
         */
        record Failed(String result, boolean forGood, @Nullable Duration retryAfter)
                implements Sent {}

        /** What it was about is no longer so; nothing was sent. */
        record Gone() implements Sent {}

        /** Nothing was sent just now. */
        record Later(Duration pause) implements Sent {}
    }

    static Sent of(Outcome outcome) {
        return switch (outcome) {
            case Answered answered when answered.isSuccess() -> new Sent.Done();
            case Answered answered ->
                    new Sent.Failed(
                            "it answered " + answered.status(),
                            answered.status() == 410,
                            answered.retryAfter());
            case Failed(var reason, var pause)
                    when reason == Reason.BUSY || reason == Reason.OPEN ->
                    new Sent.Later(pause == null ? Duration.ofSeconds(1) : pause);
            case Failed(var reason, var pause) -> new Sent.Failed(reason.sentence(), false, pause);
        };
    }
}

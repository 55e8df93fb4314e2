package dev.sayso.help.tree;

import java.util.Locale;

/** How a walk ended, and at which node. */
public record End(Status status, Reason reason, String node) {
    public enum Status {
        RESOLVED,
        ESCALATED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why it ended; the first two resolve, the others lead to a person. */
    public enum Reason {
        CONFIRMED,
        VERIFIED,
        CHOSEN,
        USER_EXIT,
        NOT_SOLVED,
        UNKNOWN_ANSWER,
        ACTION_FAILED,
        ACTION_TIMEOUT,
        ACTION_DECLINED,
        WITHDRAWN;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static End resolved(Reason reason, String node) {
        return new End(Status.RESOLVED, reason, node);
    }

    static End escalated(Reason reason, String node) {
        return new End(Status.ESCALATED, reason, node);
    }
}

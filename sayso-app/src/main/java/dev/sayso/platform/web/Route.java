package dev.sayso.platform.web;

/**
 * A route and its rule.
 *
 * @param path a pattern: {@code {id}} is one segment, {@code /**} all below
 * @param who who may use it
 * @param kind what it is counted as
 */
public record Route(String method, String path, Who who, Kind kind) {
    /** Who may use a route. */
    public enum Who {
        /** Strangers, too. */
        ANYONE,
        /** Whoever has an account here, for what is that account's. */
        ACCOUNT,
        /** Who runs the installation. */
        OPERATOR
    }

    /** What a route does, in as few words as one watches. */
    public enum Kind {
        CAPTURE,
        VOICE,
        ANSWER,
        UNDO,
        /** A change made by hand. */
        CHANGE,
        READ,
        UNDERSTAND,
        HELP,
        INBOX,
        CHANNEL,
        PAGE,
        ASSET,
        SIGN_IN,
        HEALTH,
        DESCRIPTION,
        SIGNALS,
        /** What no rule names. */
        NONE;

        String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}

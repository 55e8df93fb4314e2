package dev.sayso.event;

/** What a subscription's name may be: 1 to 100 characters, not blank, no control characters. */
final class Names {
    static final int MAX = 100;
    static final int MAX_NOTE = 500;

    private Names() {}

    static String checked(String field, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(field + " is empty; give a name such as Netflix");
        }
        return checked(field, name, MAX, false);
    }

    /** What a person keeps beside it: a few lines. */
    static String checkedNote(String note) {
        if (note.isBlank()) {
            throw new IllegalArgumentException("note is empty; leave it out to have none");
        }
        // a browser's form ends its lines by two characters
        return checked("note", note.replace("\r\n", "\n"), MAX_NOTE, true);
    }

    static String checked(String field, String name, int max, boolean lines) {
        var stripped = name.strip();
        if (stripped.length() > max) {
            throw new IllegalArgumentException(
                    field + " has " + stripped.length() + " characters; give at most " + max);
        }
        if (stripped.chars().anyMatch(c -> Character.isISOControl(c) && !(lines && c == '\n'))) {
            throw new IllegalArgumentException(
                    field + " holds a control character; give plain text");
        }
        for (int i = 0; i < stripped.length(); i++) {
            if (Character.isSurrogate(stripped.charAt(i))) {
                if (i + 1 < stripped.length()
                        && Character.isSurrogatePair(stripped.charAt(i), stripped.charAt(i + 1))) {
                    i++;
                } else {
                    throw new IllegalArgumentException(
                            field + " holds half a character (a lone surrogate)");
                }
            }
        }
        return stripped;
    }
}

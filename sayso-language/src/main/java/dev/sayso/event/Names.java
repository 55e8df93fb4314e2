package dev.sayso.event;

/** What a subscription's name may be: 1 to 100 characters, not blank, no control characters. */
final class Names {
    static final int MAX = 100;

    private Names() {}

    static String checked(String field, String name) {
        var stripped = name.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException(field + " is empty; give a name such as Netflix");
        }
        if (stripped.length() > MAX) {
            throw new IllegalArgumentException(
                    field + " has " + stripped.length() + " characters; give at most " + MAX);
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
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

package dev.sayso.platform.sql;

/** A backup could not be made or brought back; the text says why, and nothing was changed. */
public final class BackupRefused extends RuntimeException {
    BackupRefused(String sentence) {
        super(sentence);
    }

    BackupRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

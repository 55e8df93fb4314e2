package dev.sayso.platform.sql;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;

/** A group's transaction broke: as a whole, whatever savepoints it had. */
final class Broken extends Exception {
    final Fate fate;
    final SQLException error;

    /** What its COMMIT would have made true; present only where that is not known. */
    final @Nullable Group group;

    Broken(Fate fate, SQLException error) {
        this(fate, error, null);
    }

    Broken(Fate fate, SQLException error, @Nullable Group group) {
        super(error);
        this.fate = fate;
        this.error = error;
        this.group = group;
    }

    /** What becomes of the units of a transaction that broke. */
    enum Fate {
        /** Nothing was written: each of its units runs again, alone. */
        AGAIN,
        /** Nothing was written, and it would go the same way again. */
        REFUSED,
        /** Nothing was written, and nothing is until the store was opened and checked again. */
        REOPEN,
        /** It may have been written: the store is opened again and looked at. */
        UNKNOWN
    }
}

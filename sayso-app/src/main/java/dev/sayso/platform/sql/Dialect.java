package dev.sayso.platform.sql;

import dev.sayso.platform.sql.Broken.Fate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/** What the databases do not share. Everything else is one statement for all. */
interface Dialect {
    String FULL = "the disk is full; make room, nothing was lost and Sayso goes on by itself";

    /** Words of the migrations that differ: {@code text}, {@code position}, {@code now}. */
    Map<String, String> words();

    /** What begins a transaction that writes, before anything is looked up in it. */
    List<String> begin();

    /** Whether the error ended the transaction, savepoints or not. */
    boolean endsTransaction(SQLException error);

    /** What becomes of the units of a transaction that the error ended before its COMMIT. */
    Fate fate(SQLException error);

    /** What becomes of them when COMMIT ended in the error. */
    Fate fateOfCommit(SQLException error);

    /** Whether a ROLLBACK that failed so leaves a connection that can be used. */
    boolean mayHaveEnded(SQLException error);

    /** Whether there is no room to write. */
    boolean isFull(SQLException error);

    /** The error as a sentence for a person: what is wrong and what to do. */
    String explain(SQLException error);

    /** Closes what is open and opens it anew, checked; throws while it cannot be used. */
    void reopen(DataSource writer) throws SQLException;

    /** Ends the statement that another thread runs on the connection. */
    void interrupt(Connection connection) throws SQLException;
}

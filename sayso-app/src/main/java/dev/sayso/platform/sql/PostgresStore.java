package dev.sayso.platform.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.sql.SQLException;

import javax.sql.DataSource;

/** Opens a PostgreSQL database, with its tables at this version. */
final class PostgresStore {
    // A stopped instance gives the writers' lock back after 5 s; nothing waits longer for it.
    private static final String WRITER =
            "-c idle_in_transaction_session_timeout=5s -c lock_timeout=6s -c statement_timeout=8s"
                    + " -c synchronous_commit=on";
    private static final String READER =
            "-c default_transaction_read_only=on -c statement_timeout="
                    + Readers.LIMIT.toMillis()
                    + "ms -c idle_in_transaction_session_timeout=5s";

    private PostgresStore() {}

    /**
     * @throws StartProblem with the sentence that a person reads
     */
    static HikariDataSource writer(String url, Dialect dialect) {
        check(url, dialect);
        var config = config(url, "writer", WRITER);
        config.setMaximumPoolSize(1);
        // a COMMIT that gives no answer is an unknown outcome after this, and looked up
        config.addDataSourceProperty("socketTimeout", "9");
        return new HikariDataSource(config);
    }

    static HikariDataSource readers(String url, int size) {
        var config = config(url, "readers", READER);
        config.setMaximumPoolSize(size);
        config.addDataSourceProperty("socketTimeout", "5");
        return new HikariDataSource(config);
    }

    /** For the migrations, which hold one connection for their lock and use another. */
    static DataSource unpooled(String url) {
        return new DriverManagerDataSource(url);
    }

    private static void check(String url, Dialect dialect) {
        try (var _ = new DriverManagerDataSource(url).getConnection()) {
            // that it opens is enough
        } catch (SQLException e) {
            throw new StartProblem(
                    "Sayso cannot use the database of sayso.database.url: "
                            + dialect.explain(e)
                            + ".",
                    e);
        }
    }

    private static HikariConfig config(String url, String name, String options) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName(name);
        config.setConnectionTimeout(2_000);
        config.setInitializationFailTimeout(5_000);
        config.addDataSourceProperty("ApplicationName", "sayso-" + name);
        config.addDataSourceProperty("options", options);
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }
}

package dev.sayso.platform.sql;

import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

/** A database that goes wrong where a test says so, and tells what was sent to it. */
final class FaultyDataSource extends DelegatingDataSource {
    final List<String> sent = new CopyOnWriteArrayList<>();
    private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);

    FaultyDataSource(DataSource real) {
        super(real);
    }

    /** What happens when a statement is sent. */
    interface Fault {
        Fault NONE = (_, send) -> send.run();

        void on(String sql, Send send) throws SQLException;

        /** Once, at a statement that begins so: the error, after it was carried out or not. */
        static Fault once(FaultyDataSource in, String begins, SQLException error, boolean done) {
            return (sql, send) -> {
                if (!sql.startsWith(begins)) {
                    send.run();
                    return;
                }
                in.heal();
                if (done) {
                    send.run();
                }
                throw error;
            };
        }
    }

    interface Send {
        void run() throws SQLException;
    }

    void breaks(Fault next) {
        fault.set(next);
    }

    void heal() {
        fault.set(Fault.NONE);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var real = super.getConnection();
        return proxy(
                Connection.class,
                real,
                result -> result instanceof Statement it ? statement(it) : result);
    }

    private Statement statement(Statement real) {
        if (real instanceof java.sql.PreparedStatement) {
            return real;
        }
        return (Statement)
                Proxy.newProxyInstance(
                        Statement.class.getClassLoader(),
                        new Class<?>[] {Statement.class},
                        (_, method, arguments) -> {
                            if (!method.getName().equals("execute")) {
                                return invoke(real, method, arguments);
                            }
                            var sql = (String) arguments[0];
                            sent.add(sql);
                            fault.get().on(sql, () -> real.execute(sql));
                            return false;
                        });
    }

    private static <T> T proxy(
            Class<T> type, T real, java.util.function.UnaryOperator<Object> wrap) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> wrap.apply(invoke(real, method, arguments))));
    }

    private static Object invoke(Object real, java.lang.reflect.Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

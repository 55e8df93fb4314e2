package dev.sayso.faults;

import dev.sayso.account.Account;
import dev.sayso.capture.Incoming;
import dev.sayso.faults.History.Told;
import dev.sayso.language.Source;
import dev.sayso.platform.sql.Flushing;
import dev.sayso.platform.sql.OutcomeUnknown;
import dev.sayso.platform.sql.Overloaded;
import dev.sayso.platform.sql.StorageFailed;
import dev.sayso.platform.web.Idempotency;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Clients and the small house in a process of their own, which a test may kill. */
final class ClientsMain {
    static final String READY = "ready";

    /** Of the control: how SQLite flushes. */
    static final String SYNCHRONOUS = "faults.synchronous";

    private static final int CLIENTS = 12;

    private ClientsMain() {}

    /**
     * @param arguments the folder of the histories, and after how many it ends
     */
    public static void main(String[] arguments) throws Exception {
        try (var house = new SmallHouse()) {
            var synchronous = System.getProperty(SYNCHRONOUS, "");
            if (!synchronous.isEmpty()) {
                Flushing.set(house.context(), synchronous);
            }
            var door = door(house, CLIENTS);
            var clients = new Clients(Path.of(arguments[0]), CLIENTS, door);
            System.out.println(READY);
            clients.run(Integer.parseInt(arguments[1]));
        }
        System.exit(0);
    }

    /** Each client has an account of its own. */
    static Clients.Door door(SmallHouse house, int clients) {
        var captures = house.captures();
        List<Account> accounts =
                IntStream.range(0, clients).mapToObj(i -> house.account("client " + i)).toList();
        return (client, key, text) -> {
            var account = accounts.get(client);
            try {
                captures.take(
                        account,
                        Idempotency.Key.of(account.id().value(), "captures", key, text),
                        new Incoming(text, Source.TYPED, null, null));
                return Told.DONE;
            } catch (Overloaded | StorageFailed e) {
                return Told.REFUSED;
            } catch (OutcomeUnknown e) {
                return Told.UNKNOWN;
            }
        };
    }
}

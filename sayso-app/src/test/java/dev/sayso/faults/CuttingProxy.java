package dev.sayso.faults;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between Sayso and PostgreSQL, and cuts the connection where a test says so. */
final class CuttingProxy implements AutoCloseable {
    private static final String COMMIT = "COMMIT\0";

    private final int target;
    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Cut> cut = new AtomicReference<>(Cut.NEVER);
    private final AtomicInteger sent = new AtomicInteger();
    private volatile int cutAtMessage = Integer.MAX_VALUE;

    /** Where it cuts, once. */
    enum Cut {
        NEVER,
        /** The server never gets the COMMIT. */
        BEFORE_COMMIT,
        /** The server carries it out, and its answer is lost. */
        AFTER_COMMIT
    }

    CuttingProxy(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.submit(this::accept);
    }

    String url(String direct) {
        return direct.replace(":" + target + "/", ":" + listener.getLocalPort() + "/");
    }

    void cutAtNextCommit(Cut where) {
        cut.set(where);
    }

    boolean hasCut() {
        return cut.get() == Cut.NEVER;
    }

    /** Cuts in the place of the n-th message of the client from now on, and all after it. */
    void cutAtMessage(int number) {
        sent.set(0);
        cutAtMessage = number;
    }

    int messages() {
        return sent.get();
    }

    private Object accept() throws IOException {
        while (true) {
            var client = listener.accept();
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            open.add(client);
            open.add(server);
            var losing = new AtomicReference<>(false);
            threads.submit(() -> toServer(client, server, losing));
            threads.submit(() -> toClient(client, server, losing));
        }
    }

    private Object toServer(Socket client, Socket server, AtomicReference<Boolean> losing)
            throws IOException {
        try (client;
                server) {
            var buffer = new byte[1 << 16];
            int read;
            while ((read = client.getInputStream().read(buffer)) > 0) {
                if (sent.incrementAndGet() >= cutAtMessage) {
                    return true;
                }
                if (isCommit(buffer, read)) {
                    if (cut.compareAndSet(Cut.BEFORE_COMMIT, Cut.NEVER)) {
                        return true;
                    }
                    losing.set(cut.compareAndSet(Cut.AFTER_COMMIT, Cut.NEVER));
                }
                server.getOutputStream().write(buffer, 0, read);
            }
        }
        return true;
    }

    private static boolean isCommit(byte[] buffer, int length) {
        return new String(buffer, 0, length, StandardCharsets.ISO_8859_1).contains(COMMIT);
    }

    private static Object toClient(Socket client, Socket server, AtomicReference<Boolean> losing)
            throws IOException {
        try (client;
                server) {
            InputStream answers = server.getInputStream();
            var buffer = new byte[1 << 16];
            int read;
            while ((read = answers.read(buffer)) > 0 && !losing.get()) {
                client.getOutputStream().write(buffer, 0, read);
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}

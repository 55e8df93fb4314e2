package dev.sayso.faults;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between Sayso and PostgreSQL, and cuts the connection where a test says so. */
final class CuttingProxy implements AutoCloseable {
    private final int target;
    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sent = new AtomicInteger();
    private volatile int cutAtMessage = Integer.MAX_VALUE;

    CuttingProxy(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.submit(this::accept);
    }

    String url(String direct) {
        return direct.replace(":" + target + "/", ":" + listener.getLocalPort() + "/");
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
            threads.submit(() -> toServer(client, server));
            threads.submit(() -> toClient(client, server));
        }
    }

    private Object toServer(Socket client, Socket server) throws IOException {
        try (client;
                server) {
            var buffer = new byte[1 << 16];
            int read;
            while ((read = client.getInputStream().read(buffer)) > 0) {
                if (sent.incrementAndGet() >= cutAtMessage) {
                    return true;
                }
                server.getOutputStream().write(buffer, 0, read);
            }
        }
        return true;
    }

    private static Object toClient(Socket client, Socket server) throws IOException {
        try (client;
                server) {
            InputStream answers = server.getInputStream();
            var buffer = new byte[1 << 16];
            int read;
            while ((read = answers.read(buffer)) > 0) {
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

package dev.sayso.platform.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A server on loopback that does to each connection what a test says, well or badly. */
public final class TestServer implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");

    private final ServerSocket listener;
    private final Manner manner;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    /** How it answers the n-th request. */
    public interface Manner {
        void answer(int request, String head, Socket socket) throws Exception;
    }

    public TestServer(Manner manner) throws IOException {
        this.manner = manner;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** One that gives always this answer and then closes. */
    public static TestServer saying(String... lines) throws IOException {
        return new TestServer((_, _, socket) -> write(socket, String.join("\r\n", lines)));
    }

    public static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + path);
    }

    public int port() {
        return listener.getLocalPort();
    }

    public int connections() {
        return connections.get();
    }

    /** The requests with their headers, in the order in which they came. */
    public List<String> heads() {
        return heads;
    }

    /** Their bodies, in the same order. */
    public List<String> bodies() {
        return bodies;
    }

    private static int length(CharSequence head) {
        var found = LENGTH.matcher(head);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var socket = listener.accept();
                int number = connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(number, socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(int number, Socket socket) {
        try (socket) {
            var head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                int read = socket.getInputStream().read();
                if (read < 0) {
                    return;
                }
                head.append((char) read);
            }
            var body =
                    new String(
                            socket.getInputStream().readNBytes(length(head)),
                            StandardCharsets.UTF_8);
            synchronized (heads) {
                heads.add(head.toString());
                bodies.add(body);
            }
            manner.answer(number, head.toString(), socket);
        } catch (Exception e) {
            // the other side has gone
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}

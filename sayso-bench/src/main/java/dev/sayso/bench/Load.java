package dev.sayso.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * So many connections, each of which sends the next request once the last was answered: one thread
 * for all of them, since it shares the machine with the server.
 */
final class Load implements AutoCloseable {
    private static final byte[] DONE = ascii("\"status\":\"recorded\"");
    private static final byte[] LENGTH = ascii("content-length:");
    private static final byte[] HEAD_END = ascii("\r\n\r\n");

    private final InetSocketAddress server;
    private final int size;
    private final Sentences sentences;
    private final Selector selector = Selector.open();
    private final List<Connection> connections = new ArrayList<>();
    private long[] latencies = new long[1 << 16];
    private int done;
    private int refused;
    private boolean isRecording;

    /**
     * @param size how many connections
     */
    Load(int port, int size, Sentences sentences) throws IOException {
        this.server = new InetSocketAddress("127.0.0.1", port);
        this.size = size;
        this.sentences = sentences;
    }

    /**
     * What came back.
     *
     * @param perSecond captures that were noted, durable; none that was refused or only asked about
     * @param refused all other answers
     */
    record Result(double perSecond, double p50Millis, double p99Millis, int refused) {}

    /** Sends for so long; what is under way at the end is waited for and not counted. */
    Result run(Duration time) throws IOException {
        // anew, since the server closes those that were idle
        close(connections);
        for (int i = 0; i < size; i++) {
            connections.add(new Connection());
        }
        done = 0;
        refused = 0;
        isRecording = true;
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        for (var connection : connections) {
            connection.send();
        }
        int busy = connections.size();
        while (busy > 0) {
            selector.select(10_000);
            var ready = selector.selectedKeys();
            if (ready.isEmpty()) {
                throw new IllegalStateException("no answer came for ten seconds");
            }
            isRecording = System.nanoTime() < end;
            for (var key : ready) {
                var connection = (Connection) key.attachment();
                if (connection.receive()) {
                    if (isRecording) {
                        connection.send();
                    } else {
                        busy--;
                    }
                }
            }
            ready.clear();
        }
        var sorted = Arrays.copyOf(latencies, done);
        Arrays.sort(sorted);
        return new Result(
                done / (time.toNanos() / 1e9), at(sorted, 0.5), at(sorted, 0.99), refused);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) (sorted.length * share)] / 1e6;
    }

    private void count(boolean isDone, long nanos) {
        if (!isRecording) {
            return;
        }
        if (!isDone) {
            refused++;
            return;
        }
        if (done == latencies.length) {
            latencies = Arrays.copyOf(latencies, 2 * done);
        }
        latencies[done++] = nanos;
    }

    @Override
    public void close() throws IOException {
        close(connections);
        selector.close();
    }

    private static void close(List<Connection> connections) throws IOException {
        for (var connection : connections) {
            connection.channel.close();
        }
        connections.clear();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private final class Connection {
        private final ByteBuffer out = ByteBuffer.allocate(1024);
        private final ByteBuffer in = ByteBuffer.allocate(64 * 1024);
        private SocketChannel channel;
        private long sentAt;

        Connection() throws IOException {
            channel = open();
        }

        private SocketChannel open() throws IOException {
            var opened = SocketChannel.open(server);
            opened.socket().setTcpNoDelay(true);
            opened.configureBlocking(false);
            opened.register(selector, SelectionKey.OP_READ, this);
            return opened;
        }

        void send() throws IOException {
            out.clear();
            out.limit(sentences.write(out.array()));
            in.clear();
            sentAt = System.nanoTime();
            while (out.hasRemaining()) { // half a kilobyte finds room in the socket's buffer
                channel.write(out);
            }
        }

        /** Whether the answer is here, whole. */
        boolean receive() throws IOException {
            if (channel.read(in) < 0) {
                throw new IOException("the server closed a connection in the midst of an answer");
            }
            var bytes = in.array();
            int head = find(HEAD_END, bytes, 0, in.position());
            if (head < 0) {
                return false;
            }
            int body = head + HEAD_END.length;
            if (in.position() < body + length(bytes, head)) {
                return false;
            }
            boolean created = bytes[9] == '2' && bytes[10] == '0' && bytes[11] == '1';
            count(
                    created && find(DONE, bytes, body, in.position()) >= 0,
                    System.nanoTime() - sentAt);
            if (find(ascii("connection: close"), bytes, 0, head) >= 0) {
                channel.close();
                channel = open();
            }
            return true;
        }

        private static int length(byte[] bytes, int head) {
            int at = find(LENGTH, bytes, 0, head);
            if (at < 0) {
                throw new IllegalStateException(
                        "an answer without Content-Length: "
                                + new String(bytes, 0, head, StandardCharsets.US_ASCII));
            }
            int length = 0;
            for (at += LENGTH.length; at < head && bytes[at] != '\r'; at++) {
                if (bytes[at] >= '0' && bytes[at] <= '9') {
                    length = 10 * length + bytes[at] - '0';
                }
            }
            return length;
        }

        /** Where the lower-case needle begins, whatever the case of the bytes; -1 if nowhere. */
        private static int find(byte[] needle, byte[] bytes, int from, int to) {
            for (int at = from; at <= to - needle.length; at++) {
                int same = 0;
                while (same < needle.length && lower(bytes[at + same]) == needle[same]) {
                    same++;
                }
                if (same == needle.length) {
                    return at;
                }
            }
            return -1;
        }

        private static byte lower(byte letter) {
            return letter >= 'A' && letter <= 'Z' ? (byte) (letter + 32) : letter;
        }
    }
}

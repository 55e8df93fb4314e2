package dev.sayso;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Ends TLS and passes requests on as the proxies of the documents do: the {@code Host} as it came,
 * and the scheme in {@code X-Forwarded-Proto}.
 */
final class TlsProxy implements AutoCloseable {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final HttpsServer server;
    private final SSLContext context;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int behind;

    private TlsProxy(HttpsServer server, SSLContext context, int behind) {
        this.server = server;
        this.context = context;
        this.behind = behind;
    }

    static TlsProxy before(int port, Path folder) throws Exception {
        var context = context(certificate(folder));
        var server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        var proxy = new TlsProxy(server, context, port);
        server.createContext("/", proxy::pass);
        server.setExecutor(proxy.threads);
        server.start();
        return proxy;
    }

    URI address() {
        return URI.create("https://localhost:" + server.getAddress().getPort());
    }

    /** For a client that trusts its certificate. */
    SSLContext trusted() {
        return context;
    }

    private static Path certificate(Path folder) throws Exception {
        var store = folder.resolve("proxy.p12");
        if (!Files.exists(store)) {
            var keytool =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "keytool")
                                            .toString(),
                                    "-genkeypair",
                                    "-alias",
                                    "proxy",
                                    "-keyalg",
                                    "EC",
                                    "-dname",
                                    "CN=localhost",
                                    "-ext",
                                    "san=dns:localhost",
                                    "-storetype",
                                    "PKCS12",
                                    "-storepass",
                                    new String(PASSWORD),
                                    "-keystore",
                                    store.toString())
                            .inheritIO()
                            .start();
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool made no certificate");
            }
        }
        return store;
    }

    private static SSLContext context(Path file) throws Exception {
        var store = KeyStore.getInstance(file.toFile(), PASSWORD);
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    /** Over a bare socket: the JDK's client would not let a Host through. */
    private void pass(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var head =
                new StringBuilder(exchange.getRequestMethod())
                        .append(' ')
                        .append(exchange.getRequestURI())
                        .append(" HTTP/1.1\r\n");
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) -> {
                            if (!Set.of("connection", "upgrade", "http2-settings", "content-length")
                                    .contains(name.toLowerCase(java.util.Locale.ROOT))) {
                                values.forEach(value -> head.append(name + ": " + value + "\r\n"));
                            }
                        });
        head.append("X-Forwarded-Proto: https\r\nX-Forwarded-For: 203.0.113.7\r\n")
                .append("Connection: close\r\nContent-Length: " + body.length + "\r\n\r\n");
        byte[] answer;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            answer = socket.getInputStream().readAllBytes();
        }
        var text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        var lines = text.substring(0, end).split("\r\n");
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            var name = lines[i].substring(0, colon);
            if (!Set.of("connection", "transfer-encoding", "content-length", "date")
                    .contains(name.toLowerCase(java.util.Locale.ROOT))) {
                exchange.getResponseHeaders().add(name, lines[i].substring(colon + 1).strip());
            }
        }
        var content = text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
        exchange.sendResponseHeaders(
                Integer.parseInt(lines[0].split(" ")[1]),
                content.length == 0 ? -1 : content.length);
        if (content.length > 0) {
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}

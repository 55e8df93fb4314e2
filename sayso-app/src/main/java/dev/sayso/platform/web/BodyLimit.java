package dev.sayso.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/**
 * Refuses bodies of more than {@link #MOST} bytes, whether they say so or not; files of a tree of
 * help may have more. A route that takes recordings takes more, too, and its handler reads no
 * further than it may.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class BodyLimit extends OncePerRequestFilter {
    static final int MOST = 64 * 1024;
    private static final int MOST_OF_SOUND = 10 * 1024 * 1024 + MOST;
    private static final Map<String, Integer> MORE = Map.of("/api/help/trees", 1024 * 1024);

    private final ProblemWriter problems;
    private final Routes routes;

    BodyLimit(ProblemWriter problems, Routes routes) {
        this.problems = problems;
        this.routes = routes;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (routes.find(request).filter(it -> it.kind() == Route.Kind.VOICE).isPresent()) {
            if (request.getContentLengthLong() > MOST_OF_SOUND) {
                problems.write(
                        request,
                        response,
                        HttpStatus.CONTENT_TOO_LARGE,
                        "the recording has more than 10 MB; say it in at most 60 seconds");
            } else {
                chain.doFilter(request, response);
            }
            return;
        }
        int most = MORE.getOrDefault(request.getRequestURI(), MOST);
        if (request.getContentLengthLong() > most) {
            refuse(request, response, most);
            return;
        }
        if (request.getContentLengthLong() >= 0) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getHeader("Transfer-Encoding") == null) {
            chain.doFilter(request, response);
            return;
        }
        // the length is not told: read what may be read, and see whether that was all
        var body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            refuse(request, response, most);
            return;
        }
        chain.doFilter(new WithBody(request, body), response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int most)
            throws IOException {
        problems.write(
                request,
                response,
                HttpStatus.CONTENT_TOO_LARGE,
                "the body has more than "
                        + most / 1024
                        + (most == MOST ? " KB; say it in at most 2,000 characters" : " KB"));
    }

    private static final class WithBody extends HttpServletRequestWrapper {
        private final byte[] body;

        WithBody(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] to, int offset, int length) {
                    return bytes.read(to, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException(
                            "the body was read already; read it in the handler");
                }
            };
        }
    }
}

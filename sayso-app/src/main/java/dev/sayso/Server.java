package dev.sayso;

import dev.sayso.cli.Command;
import dev.sayso.cli.CommandLine;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;

import java.net.URI;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Starts the server, and tells where it is once it answers. */
final class Server {
    private final Consumer<URI> ready;

    Server(Consumer<URI> ready) {
        this.ready = ready;
    }

    /**
     * Starts it; afterwards it runs on until the process is asked to end. When the exit code is not
     * 0, why has been said on the error stream.
     */
    int start(Command.Serve command) {
        var application = new SpringApplication(Sayso.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.addListeners((ApplicationListener<ApplicationReadyEvent>) this::announce);
        try {
            application.run(settings(command));
            return CommandLine.DONE;
        } catch (SpringApplication.AbandonedRunException e) {
            return CommandLine.DONE; // it was told to stop while it started
        } catch (RuntimeException e) {
            StartFailures.conclude(e);
            return CommandLine.NOT_DONE;
        }
    }

    private static String[] settings(Command.Serve command) {
        return Stream.concat(
                        Stream.of(
                                "--server.port=" + command.port(),
                                "--sayso.data=" + command.data()),
                        command.settings().stream())
                .toArray(String[]::new);
    }

    private void announce(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            ready.accept(URI.create("http://127.0.0.1:" + context.getWebServer().getPort()));
        }
    }
}

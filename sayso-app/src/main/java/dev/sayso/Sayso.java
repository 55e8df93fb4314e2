package dev.sayso;

import dev.sayso.cli.CommandLine;
import dev.sayso.cli.Terminal;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

import java.util.List;

/** The program: {@code serve} starts the server, all else is the command line. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class Sayso {
    /** Runs what the arguments ask for; a server runs on after this returns. */
    public static void main(String[] arguments) {
        var terminal = Terminal.ofProcess();
        var commands =
                new CommandLine(
                        terminal,
                        serve ->
                                new Server(at -> terminal.out().println("Sayso is ready at " + at))
                                        .start(serve));
        int code = commands.run(List.of(arguments));
        if (code != CommandLine.DONE) {
            System.exit(code);
        }
    }
}

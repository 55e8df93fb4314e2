package dev.sayso.bench;

import java.io.PrintStream;
import java.util.List;

/** One thing that is measured, with fixed defaults, in less than two minutes. */
interface Benchmark {
    String name();

    /** What it measures, in a line. */
    String what();

    /**
     * Measures; the table goes to the stream, the figures come back.
     *
     * @param server the command line that starts the server, without its options
     */
    Figures run(List<String> server, PrintStream table) throws Exception;
}

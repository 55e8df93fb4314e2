package dev.sayso.bench;

import dev.sayso.language.Parser;
import dev.sayso.language.Source;

import java.lang.ref.Reference;

/** Loads the parser in a fresh process: prints the milliseconds and the megabytes it then holds. */
final class ParserLoad {
    private ParserLoad() {}

    public static void main(String[] arguments) {
        var runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        long start = System.nanoTime();
        var parser = Parser.standard();
        parser.parse(Readings.messages(Readings.TYPED, Source.TYPED).getFirst());
        long took = System.nanoTime() - start;
        System.gc();
        long held = runtime.totalMemory() - runtime.freeMemory() - before;
        System.out.println(took / 1e6 + " " + held / 1024.0 / 1024.0);
        Reference.reachabilityFence(parser);
    }
}

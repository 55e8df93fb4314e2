package dev.sayso.cli;

/** What the command line can do, for people. */
final class Usage {
    static final String TEXT =
            """
            Sayso, a subscription tracker one talks to.

              ./sayso serve                     run it here; its page is at http://127.0.0.1:8080
                  --port N                      on another port
                  --data DIR                    keep the data there (default: ./data)
              ./sayso "Netflix 499 monthly"     say it to the server that runs
                  --json                        print the answer as it came
              ./sayso list [--json]             what you have
              ./sayso parse --jsonl             read a message a line from standard input and write
                                                what it means a line, in order; nothing is stored
              ./sayso help lint FILE… [--json]  hold trees of guided help against all rules
              ./sayso help walk FILE            walk one here
              ./sayso help draw FILE [--dot]    print its picture
              ./sayso help | --version

            Said with --dry-run, --locale en-IN, --currency INR or --now 2026-11-24T09:00:00+05:30 a
            sentence is understood here, without a server, and nothing is stored.

            Which server: --port N, or SAYSO_URL; otherwise http://127.0.0.1:8080.
            A sentence that looks like a command or an option stands in quotes, after --.
            Exit code: 0 done, 1 it could not be done, 2 the command line cannot be read.
            """;

    private Usage() {}

    static String version() {
        var version = Usage.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}

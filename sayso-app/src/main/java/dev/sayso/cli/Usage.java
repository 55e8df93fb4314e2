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
              ./sayso listen FILE [--json]      say what was spoken into a WAV, Ogg or WebM file
              ./sayso voice install             fetch the speech model, so that one can speak
              ./sayso list [--json]             what you have
              ./sayso parse --jsonl             read a message a line from standard input and write
                                                what it means a line, in order; nothing is stored
              ./sayso explain "Netflix 499"     why it is read so
              ./sayso accuracy FILE [--json]    how well rows of labelled data are read
              ./sayso help lint FILE…           hold trees of help against their rules
              ./sayso help walk FILE            walk one here; help draw FILE prints its picture
              ./sayso link [NAME]               a link, and its code to scan, that signs a browser in
                  --at URL                      where that browser reaches Sayso
              ./sayso account add NAME          an account for another person, and its token; of the
                                                name - those of standard input, a line each
                  --operator                    who may see what concerns the whole installation
                  --until DAY                   the token's last day, such as 2027-01-31
              ./sayso account token NAME        another token of it
              ./sayso account list              the accounts, their tokens and browsers
              ./sayso account revoke ID|NAME    take one of these away, or all of an account's
              ./sayso backup FILE               copy the database to a file, while Sayso runs or not
              ./sayso restore FILE              put a backup in its place; Sayso must not run
              ./sayso rebuild                   make the list and the plans anew from the log
              ./sayso help | --version

            Said with --dry-run, --locale en-IN, --currency INR or --now 2026-11-24T09:00:00+05:30 a
            sentence is understood here, without a server, and nothing is stored.

            Which server: --port N, or SAYSO_URL; otherwise http://127.0.0.1:8080. As whom: SAYSO_TOKEN.
            link, account, backup and rebuild work on the data folder (--data DIR), whether a server
            runs there or not; restore, too, when none does.
            A sentence that looks like a command or an option stands in quotes, after --.
            Exit code: 0 done, 1 it could not be done, 2 the command line cannot be read.
            """;

    private Usage() {}

    static String version() {
        var version = Usage.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}

package dev.sayso.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process asked of its files, as strace wrote it down: a file a thread, so that no call is
 * cut in two.
 */
final class Recording {
    private static final Pattern CALL =
            Pattern.compile("(\\d+\\.\\d+) (\\w+)\\((.*)\\)\\s+= (-?\\d+)(.*) <(\\d+\\.\\d+)>");
    private static final Pattern ON_FILE =
            Pattern.compile(
                    "(\\d+)<([^>]*)>[^,]*(?:, (?:\"([^\"]*)\"(?:, (\\d+))?|(\\d+)))?(?:, (\\d+))?");
    private static final Pattern ON_NAMES = Pattern.compile("\"([^\"]*)\".*");
    private static final HexFormat HEX = HexFormat.ofDelimiter("\\x");

    private Recording() {}

    enum Call {
        PWRITE64,
        WRITE,
        FTRUNCATE,
        FDATASYNC,
        FSYNC,
        UNLINK,
        CLOSE
    }

    /**
     * One call.
     *
     * @param thread which thread called; its calls stand in their order
     * @param began and ended, in seconds
     * @param at where it wrote, or how long it made the file
     */
    record Op(
            String thread,
            double began,
            double ended,
            Call call,
            int descriptor,
            String file,
            byte[] data,
            long at,
            boolean failed) {

        boolean isFlush() {
            return call == Call.FDATASYNC || call == Call.FSYNC;
        }

        /** Whether it had ended for sure; the clock of strace is too coarse within a thread. */
        boolean precedes(Op later) {
            return thread.equals(later.thread) || ended <= later.began;
        }
    }

    /** The command that records into files that begin so. */
    static List<String> command(Path prefix, String... more) {
        var command =
                new ArrayList<>(
                        List.of(
                                "strace",
                                "-ff",
                                "-ttt",
                                "-T",
                                "-y",
                                "-xx",
                                "-qq",
                                "-s",
                                "100000",
                                "-e",
                                "signal=none",
                                "-e",
                                "trace=pwrite64,write,ftruncate,fdatasync,fsync,unlink,close"));
        command.addAll(List.of(more));
        command.addAll(List.of("-o", prefix.toString()));
        return command;
    }

    /** What was asked of files in the folder, in the order in which it began. */
    static List<Op> read(Path prefix, Path folder) throws IOException {
        var ops = new ArrayList<Op>();
        try (var files =
                Files.newDirectoryStream(
                        prefix.toAbsolutePath().getParent(), prefix.getFileName() + ".*")) {
            for (var file : files) {
                try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                    lines.map(CALL::matcher)
                            .filter(Matcher::matches)
                            .map(line -> op(file.toString(), line))
                            .filter(op -> op.file.startsWith(folder.toString()))
                            .forEach(ops::add);
                }
            }
        }
        ops.sort(Comparator.comparingDouble(Op::began));
        return ops;
    }

    private static Op op(String thread, Matcher line) {
        double began = Double.parseDouble(line.group(1));
        double ended = began + Double.parseDouble(line.group(6));
        var call = Call.valueOf(line.group(2).toUpperCase(java.util.Locale.ROOT));
        boolean failed = line.group(4).startsWith("-");
        if (call == Call.UNLINK) {
            var names = ON_NAMES.matcher(line.group(3));
            var name = names.matches() ? text(names.group(1)) : "";
            return new Op(thread, began, ended, call, -1, name, new byte[0], 0, failed);
        }
        var on = ON_FILE.matcher(line.group(3));
        if (!on.matches()) { // a pipe or a socket without a name
            return new Op(thread, began, ended, call, -1, "", new byte[0], 0, failed);
        }
        var data = on.group(3) == null ? new byte[0] : bytes(on.group(3));
        var at = call == Call.FTRUNCATE ? on.group(5) : on.group(6);
        return new Op(
                thread,
                began,
                ended,
                call,
                Integer.parseInt(on.group(1)),
                text(on.group(2)),
                data,
                at == null ? 0 : Long.parseLong(at),
                failed);
    }

    private static String text(String escaped) {
        return new String(bytes(escaped), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String escaped) {
        if (!escaped.startsWith("\\x")) {
            return escaped.getBytes(StandardCharsets.UTF_8);
        }
        return HEX.parseHex(escaped.substring(2));
    }
}

import com.google.googlejavaformat.java.Main;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Formats every Java file of the checkout, or checks that each is formatted: {@code check} or {@code write}. */
class Format {
    public static void main(String[] args) throws Exception {
        boolean write = args.length == 1 && args[0].equals("write");
        var words = new ArrayList<String>(write ? List.of("--aosp", "-i") : List.of("--aosp", "-n", "--set-exit-if-changed"));
        try (var files = Files.walk(Path.of("."))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/") && !file.startsWith("./build"))
                    .sorted()
                    .forEach(file -> words.add(file.toString()));
        }
        var out = new PrintWriter(System.out, true);
        int result = new Main(out, new PrintWriter(System.err, true), System.in).format(words.toArray(String[]::new));
        if (result != 0) {
            System.err.println("The files above are not formatted. Run: mvn validate -N -Dformat=write (twice if a long text was split)");
        }
        System.exit(result);
    }
}

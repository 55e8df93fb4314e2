package dev.sayso.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parser's work grows with the length of a text and no faster, whatever its shape. Counted are
 * the bytes that the thread allocates and the time that it has a processor, so that other load on
 * the machine does not count.
 */
class LinearWorkTests {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int SHORT = 4_000;
    private static final int LONG = 16 * SHORT;

    /** Sixteen times the text; quadratic work would be 256 times as much. */
    private static final int MOST_WORK = 72;

    private static final int MOST_BYTES = 24;

    /** Bytes allocated for each character: tokens, spans, readings. */
    private static final int MOST_BYTES_A_CHARACTER = 6_000;

    private static final int TRIES = 4;

    private record Work(long bytes, long nanos) {}

    static Stream<String> shapes() {
        return Stream.of(
                "9",
                "0.",
                "1,",
                "1 ",
                "12/",
                "1-1-26 ",
                "₹",
                "Rs ",
                "$1 ",
                "1k ",
                "lakh ",
                "one ",
                "hundred and ",
                "½",
                "a",
                "aA",
                "a ",
                "a b c ",
                "x-",
                "a.b/",
                "a'",
                "Netflix ",
                "Netflix, ",
                "Netflix and ",
                "Netflix 649 monthly, ",
                "cancel Netflix ",
                "netflx ",
                "netflix's ",
                "every ",
                "every 2 ",
                "monthly ",
                "per ",
                "on the 5th ",
                "31 Feb ",
                "since March until ",
                "not ",
                "no, ",
                "if ",
                "paid 5 for X on 3 May ",
                "(",
                ")",
                "((\"",
                "\"",
                "<",
                "<b>",
                "&#",
                "&#8377;",
                "\n",
                "\r\n- ",
                "\t",
                "\u200d",
                "\u202e",
                "\u0301",
                "\ud83d\udcfa",
                "\ud800",
                "\u0000",
                "ﷺ",
                "ſﬁ",
                "Νе",
                "हर ",
                "https://a/",
                "a@b.c ",
                "UPI/P2M/",
                "debited Rs 1 to X on 1-1-26 ",
                "XX12 ",
                "OTP ",
                "remind me 2 days before ",
                "how much ",
                "why ",
                "? ",
                "... ",
                "1.2.3,4",
                "5 seats at $",
                "free trial for ",
                "then ",
                "from ",
                "AaAa-AaAa_");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void growsWithTheLengthAndNoFaster(String shape) {
        assertThat(problems(Parser.standard(), shape)).isEmpty();
    }

    /** The controls: work that is quadratic is noticed, be it steps or memory. */
    @Test
    void noticesQuadraticSteps() {
        Parser quadratic =
                message -> {
                    var text = message.text();
                    int pairs = 0;
                    for (int i = 0; i < text.length(); i++) {
                        for (int k = 0; k < i; k += 8) {
                            pairs += text.charAt(i) == text.charAt(k) ? 1 : 0;
                        }
                    }
                    return new Outcome.Ignored(
                            pairs < 0 ? Reason.ADVERT : Reason.NOT_ABOUT_IT, List.of());
                };

        assertThat(problems(quadratic, "a ")).anySatisfy(p -> assertThat(p).contains("the work"));
    }

    @Test
    void noticesQuadraticMemory() {
        Parser quadratic =
                message -> {
                    var text = message.text();
                    for (int i = 0; i < text.length(); i += 64) {
                        assertThat(text.substring(i)).isNotNull();
                    }
                    return new Outcome.Ignored(Reason.NOT_ABOUT_IT, List.of());
                };

        assertThat(problems(quadratic, "a ")).anySatisfy(p -> assertThat(p).contains("the bytes"));
    }

    private static List<String> problems(Parser parser, String shape) {
        var problems = new ArrayList<String>();
        for (var source : List.of(Source.TYPED, Source.SMS)) {
            var few = least(parser, source, shape.repeat(SHORT / shape.length()));
            var many = least(parser, source, shape.repeat(LONG / shape.length()));
            if (many.nanos() > MOST_WORK * few.nanos()) {
                problems.add(source.wire() + ": the work is " + few + ", then " + many);
            }
            if (many.bytes() > MOST_BYTES * few.bytes()
                    || many.bytes() > (long) MOST_BYTES_A_CHARACTER * LONG) {
                problems.add(source.wire() + ": the bytes are " + few + ", then " + many);
            }
        }
        return problems;
    }

    /** The least of some tries: what the virtual machine does beside it only adds. */
    private static Work least(Parser parser, Source source, String text) {
        var message = Given.from(source, text);
        var least = new Work(Long.MAX_VALUE, Long.MAX_VALUE);
        for (int i = 0; i < TRIES; i++) {
            long bytes = THREADS.getCurrentThreadAllocatedBytes();
            long nanos = THREADS.getCurrentThreadCpuTime();
            assertThat(parser.parse(message)).isNotNull();
            nanos = THREADS.getCurrentThreadCpuTime() - nanos;
            bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
            least = new Work(Math.min(bytes, least.bytes()), Math.min(nanos, least.nanos()));
        }
        return least;
    }
}

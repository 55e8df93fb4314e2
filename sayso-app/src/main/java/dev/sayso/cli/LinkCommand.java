package dev.sayso.cli;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

import dev.sayso.account.FrontDesk;
import dev.sayso.account.Keys;

import java.net.URI;
import java.util.Map;

/** Prints a link that signs a browser in, and the same as a code that a phone scans. */
final class LinkCommand {
    private final Terminal terminal;

    LinkCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    int run(Command.MakeLink command) {
        var link = AccountCommand.at(command.data(), terminal, desk -> link(desk, command));
        terminal.out().println(link);
        terminal.out().println();
        terminal.out().print(code(link));
        terminal.err()
                .println(
                        "It opens once, within "
                                + Keys.LINK.toMinutes()
                                + " minutes."
                                + (isHere(command.at())
                                        ? " It leads to this machine; for another device name"
                                                + " the address that it reaches Sayso by: ./sayso"
                                                + " link --at http://192.168.1.5:8080"
                                        : ""));
        return CommandLine.DONE;
    }

    private static String link(FrontDesk desk, Command.MakeLink command) {
        var account =
                command.name().isEmpty()
                        ? desk.findLocal()
                                .orElseThrow(
                                        () ->
                                                new ServerProblem(
                                                        "There is no account here yet; start Sayso"
                                                                + " once with ./sayso serve, or"
                                                                + " make one with ./sayso account"
                                                                + " add NAME."))
                        : AccountCommand.account(desk, command.name());
        return command.at() + "/link?key=" + desk.keys().link(account.id()).reveal();
    }

    private static boolean isHere(URI at) {
        var host = String.valueOf(at.getHost());
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    /**
     * Two rows of the code to a line of half blocks, with the four light modules around it that
     * scanners want.
     */
    static String code(String text) {
        BitMatrix bits;
        try {
            bits =
                    new QRCodeWriter()
                            .encode(
                                    text,
                                    BarcodeFormat.QR_CODE,
                                    0,
                                    0,
                                    Map.of(EncodeHintType.MARGIN, 4));
        } catch (WriterException e) {
            throw new IllegalStateException("a link of ours fits into a code", e);
        }
        var code = new StringBuilder();
        for (int y = 0; y < bits.getHeight(); y += 2) {
            // whatever the terminal's colours are: black on white
            code.append("\u001b[30;107m");
            for (int x = 0; x < bits.getWidth(); x++) {
                boolean above = bits.get(x, y);
                boolean below = y + 1 < bits.getHeight() && bits.get(x, y + 1);
                code.append(above ? (below ? '█' : '▀') : (below ? '▄' : ' '));
            }
            code.append("\u001b[0m\n");
        }
        return code.toString();
    }
}

package dev.sayso.cli;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** The list of subscriptions as a table. */
final class Listing {
    private static final int NAME_WIDTH = 30;

    private Listing() {}

    static String text(List<JsonNode> rows, Wording wording) {
        if (rows.isEmpty()) {
            return "Nothing in your list yet. Say one: ./sayso \"Netflix 499 monthly\"\n";
        }
        var table = rows.stream().map(row -> cells(row, wording)).toList();
        int name = width(table, 0);
        int price = width(table, 1);
        var text = new StringBuilder();
        for (var cells : table) {
            text.append(
                            (pad(cells[0], name) + "  " + pad(cells[1], price) + "  " + cells[2])
                                    .stripTrailing())
                    .append('\n');
        }
        return text.toString();
    }

    private static String[] cells(JsonNode row, Wording wording) {
        return new String[] {
            shortened(Wording.plain(row.path("name").asString(""))),
            wording.money(row.path("cost").asString(""), row.path("currency").asString(""))
                    + " "
                    + Wording.every(row.path("billing_cycle").asString("")),
            remark(row, wording)
        };
    }

    private static String remark(JsonNode row, Wording wording) {
        var status = row.path("status").asString("active");
        var day = row.path("next_renewal_on").asString("");
        if (day.isEmpty() || status.equals("cancelled") || status.equals("ended")) {
            return status.equals("active") ? "" : status;
        }
        var assumed =
                row.path("assumed")
                        .valueStream()
                        .anyMatch(field -> field.asString("").equals("next_renewal_on"));
        var renewal = assumed ? "about " + wording.day(day) + "?" : wording.day(day);
        return status.equals("active") ? renewal : renewal + ", " + status;
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= NAME_WIDTH
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME_WIDTH - 1)) + "…";
    }

    private static int width(List<String[]> table, int column) {
        return table.stream().mapToInt(cells -> length(cells[column])).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - length(text));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}

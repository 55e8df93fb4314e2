package dev.sayso.subscription.web;

import dev.sayso.platform.web.Phrase;
import dev.sayso.platform.web.Words;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a person has, by the day on which it is due next.
 *
 * @param sum what the largest currency comes to
 * @param also what the others do
 */
public record ListView(Words words, Phrase sum, List<Phrase> also, List<Group> groups) {
    public record Group(String heading, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * @param lead what stands before the day: its weekday, or that it is assumed
     * @param fresh whether the person has just spoken of it
     * @param over whether it is no longer, or not just now, paid for
     */
    public record Row(
            String path,
            String lead,
            String day,
            boolean assumed,
            String name,
            String remark,
            String cost,
            String per,
            boolean fresh,
            boolean over,
            @Nullable Payable due) {
        /** What one press says was paid. */
        public record Payable(String path, String period, String words, String label) {}
    }

    public ListView {
        also = List.copyOf(also);
        groups = List.copyOf(groups);
    }
}

package dev.sayso.notification.web;

import dev.sayso.platform.web.Page;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The inbox, the latest first.
 *
 * @param latest the position of the first, up to which all can be marked read
 * @param older where the next page begins, if there is one
 */
public record InboxView(
        Page page, List<Item> items, boolean unread, long latest, @Nullable String older) {
    public InboxView {
        items = List.copyOf(items);
    }

    /**
     * @param status what was done about it, if something was
     */
    public record Item(
            String id,
            String day,
            String time,
            String title,
            List<String> lines,
            boolean fresh,
            @Nullable String subscription,
            String status,
            List<InboxAct> acts) {
        public Item {
            lines = List.copyOf(lines);
            acts = List.copyOf(acts);
        }
    }

    /** What can be done about it, with its words. */
    public record InboxAct(String name, String words) {}
}

package dev.sayso.help;

import dev.sayso.account.Account;
import dev.sayso.help.figures.BusinessHours;
import dev.sayso.help.figures.FigureReport;
import dev.sayso.help.figures.Figures;
import dev.sayso.help.figures.HelpEvent;
import dev.sayso.help.figures.NodeNames;
import dev.sayso.help.tree.Picks;
import dev.sayso.help.tree.Picture.Marks;
import dev.sayso.platform.sql.Readers;

import org.springframework.stereotype.Component;

import java.io.IOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reports on the sessions of a period, computed from the log anew each time. */
@Component
public final class HelpReports {
    private static final int PAGE = 5_000;

    private final Trees trees;
    private final Readers readers;
    private final Clock clock;

    HelpReports(Trees trees, Readers readers, Clock clock) {
        this.trees = trees;
        this.readers = readers;
        this.clock = clock;
    }

    /** The figures of the tree that helps with Sayso; days are those of the account's zone. */
    public Figures of(Account account, Figures.Selection selection) {
        // a session of the first day may be the return of one that was left two days before
        var from = selection.from().minusDays(3).atStartOfDay(account.zone()).toInstant();
        var events = new ArrayList<HelpEvent>();
        var after = 0L;
        for (var page = page(after, from); !page.isEmpty(); page = page(after, from)) {
            page.forEach(kept -> events.add(kept.event()));
            after = page.getLast().position();
        }
        return new FigureReport(events, selection, clock.instant(), hours(account), names())
                .figures();
    }

    private List<SqlHelp.Kept> page(long after, Instant from) {
        return readers.read(db -> SqlHelp.events(db, ShippedHelp.SAYSO, from, after, PAGE));
    }

    /** Nodes of other versions are joined with those that serve where their structure is equal. */
    private NodeNames names() {
        var serving = trees.sayso();
        return NodeNames.joining(
                serving.version(),
                serving.tree(),
                version -> trees.version(version).map(Published::tree));
    }

    /** Takes a line of an export. */
    public interface Lines {
        void take(String line) throws IOException;
    }

    /** The log of these days, an event a line as JSON, with nothing that a person wrote or saw. */
    public void export(Account account, LocalDate first, LocalDate last, Lines lines)
            throws IOException {
        var from = first.atStartOfDay(account.zone()).toInstant();
        var until = last.plusDays(1).atStartOfDay(account.zone()).toInstant();
        var after = 0L;
        for (var page = page(after, from); !page.isEmpty(); page = page(after, from)) {
            for (var kept : page) {
                if (kept.event().at().isBefore(until)) {
                    lines.take(HelpJson.write(kept.event()));
                }
            }
            after = page.getLast().position();
        }
    }

    /** How often each option was picked in the last month. */
    public Picks picks(Account account) {
        var picks = new HashMap<String, Map<String, Integer>>();
        lastMonth(account)
                .picks()
                .forEach(
                        (key, count) -> {
                            var slash = key.indexOf('/');
                            picks.computeIfAbsent(key.substring(0, slash), _ -> new HashMap<>())
                                    .put(key.substring(slash + 1), count);
                        });
        return new Picks(picks);
    }

    /** What a picture shows of the last month, by node and by option. */
    public Map<String, Marks> marks(Account account) {
        var figures = lastMonth(account);
        var marks = new HashMap<String, Marks>();
        figures.nodes()
                .forEach(
                        (id, node) ->
                                marks.put(
                                        id,
                                        new Marks(
                                                node.seen(),
                                                node.left().numerator(),
                                                node.exits())));
        figures.picks().forEach((option, count) -> marks.put(option, new Marks(count, 0, 0)));
        return marks;
    }

    /** The figures of the thirty days up to today. */
    public Figures lastMonth(Account account) {
        var today = account.today(clock);
        return of(account, new Figures.Selection(today.minusDays(29), today, null, null, null));
    }

    /** When people answer. */
    static BusinessHours hours(Account account) {
        return new BusinessHours(
                account.zone(),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(10, 0),
                LocalTime.of(18, 0));
    }
}

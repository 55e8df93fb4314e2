package dev.sayso.help;

import dev.sayso.account.Account;
import dev.sayso.help.figures.BusinessHours;
import dev.sayso.help.figures.FigureReport;
import dev.sayso.help.figures.Figures;
import dev.sayso.platform.sql.Readers;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;

/** Reports on the sessions of a period, computed from the log anew each time. */
@Component
public final class HelpReports {
    private final Readers readers;
    private final Clock clock;

    HelpReports(Readers readers, Clock clock) {
        this.readers = readers;
        this.clock = clock;
    }

    /** The figures of the tree that helps with Sayso; days are those of the account's zone. */
    public Figures of(Account account, Figures.Selection selection) {
        // a session of the first day may be the return of one that was left two days before
        var from = selection.from().minusDays(3).atStartOfDay(account.zone()).toInstant();
        var events = readers.read(db -> SqlHelp.events(db, ShippedHelp.SAYSO, from));
        return new FigureReport(events, selection, clock.instant(), hours(account)).figures();
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

package dev.sayso.reminder.web;

import dev.sayso.account.Account;
import dev.sayso.account.Visitor;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.notification.Kind;
import dev.sayso.platform.web.Assets;
import dev.sayso.platform.web.Fragment;
import dev.sayso.platform.web.Page;
import dev.sayso.platform.web.Region;
import dev.sayso.platform.web.Wording;
import dev.sayso.platform.web.Words;
import dev.sayso.reminder.ReminderSettings;
import dev.sayso.reminder.Reminders;
import dev.sayso.reminder.Reminders.Acted;
import dev.sayso.reminder.web.RemindersView.Due;
import dev.sayso.reminder.web.RemindersView.Moment;
import dev.sayso.subscription.Subscriptions;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reminders as a page of plain forms, and those that wait for a word on the home page. */
@Controller
class ReminderPages implements Region {
    private static final int SHOWN = 30;
    private static final int PREVIEW = 10;

    private final Reminders reminders;
    private final Subscriptions subscriptions;
    private final Wording wording;
    private final Assets assets;

    ReminderPages(
            Reminders reminders, Subscriptions subscriptions, Wording wording, Assets assets) {
        this.reminders = reminders;
        this.subscriptions = subscriptions;
        this.wording = wording;
        this.assets = assets;
    }

    @Override
    public Place place() {
        return Place.DUE;
    }

    @Override
    public Fragment first(HttpServletRequest request) {
        var words = wording.of(request);
        var views = new RemindersViews(reminders, Visitor.of(request).account(), words);
        return new Fragment("reminder/due", new Due(words, views.waiting()));
    }

    @GetMapping("/reminders")
    ModelAndView show(
            Account account,
            @RequestParam(defaultValue = "false") boolean saved,
            HttpServletRequest request) {
        var words = wording.of(request);
        return page(account, request, saved ? words.say("remind.saved") : null, null);
    }

    /** What a form said. */
    private record Said(
            ReminderSettings settings, List<Integer> days, @Nullable List<Moment> shown) {}

    @PostMapping("/reminders")
    ModelAndView save(
            Account account,
            @RequestParam String at,
            @RequestParam(defaultValue = "") String days,
            @RequestParam("cancel_by") String cancelBy,
            @RequestParam String trial,
            @RequestParam("digest_on") String digestOn,
            @RequestParam(defaultValue = "") List<String> kinds,
            @RequestParam(defaultValue = "") String act,
            HttpServletRequest request) {
        var words = wording.of(request);
        ReminderSettings settings;
        List<Integer> before;
        try {
            before = days(words, days);
            settings =
                    new ReminderSettings(
                            hour(words, at),
                            off(kinds),
                            days(words, cancelBy).getFirst(),
                            days(words, trial).getFirst(),
                            ReminderJson.weekday(digestOn));
            if (act.equals("show")) {
                var moments = reminders.moments(account, null, before, PREVIEW);
                var shown = new RemindersViews(reminders, account, words).moments(moments, false);
                return page(account, request, null, new Said(settings, before, shown));
            }
            reminders.say(account, null, before);
        } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
            var why =
                    e instanceof Wrong
                            ? String.valueOf(e.getMessage())
                            : words.say("remind.wrong.days");
            return page(account, request, words.say("remind.wrong", why), null);
        }
        if (!settings.equals(reminders.settings(account.id()))) {
            reminders.change(account, settings);
        }
        return seeOther("/reminders?saved=true");
    }

    @PostMapping("/subscriptions/{id}/reminders")
    ModelAndView say(
            Account account,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String days,
            HttpServletRequest request) {
        var it =
                subscriptions
                        .find(account.id(), new SubscriptionId(id))
                        .orElseThrow(NotThere::subscription);
        var words = wording.of(request);
        try {
            reminders.say(account, it, days(words, days));
        } catch (IllegalArgumentException e) {
            return page(
                    account,
                    request,
                    words.say("remind.wrong", words.say("remind.wrong.days")),
                    null);
        }
        return seeOther("/reminders?saved=true");
    }

    @PostMapping("/reminders/{id}/done")
    ModelAndView done(
            Account account,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String from) {
        return back(reminders.done(account.id(), id), from);
    }

    @PostMapping("/reminders/{id}/snooze")
    ModelAndView snooze(
            Account account,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String from) {
        return back(reminders.snooze(account, id, null), from);
    }

    /** A second press is as good as the first; the page shows how it stands. */
    private static ModelAndView back(Acted acted, String from) {
        if (acted == Acted.UNKNOWN) {
            throw NotThere.reminder();
        }
        return seeOther(from.equals("home") ? "/" : "/reminders");
    }

    private ModelAndView page(
            Account account,
            HttpServletRequest request,
            @Nullable String told,
            @Nullable Said said) {
        var words = wording.of(request);
        var views = new RemindersViews(reminders, account, words);
        var coming = views.moments(reminders.upcoming(account.id(), SHOWN), true);
        var settings = said == null ? reminders.settings(account.id()) : said.settings;
        Collection<Integer> days = said == null ? reminders.daysBefore(account.id()) : said.days;
        return Page.view(
                "reminder/reminders",
                new RemindersView(
                        new Page(words, assets, words.say("remind.title")),
                        views.waiting(),
                        views.form(settings, days),
                        told,
                        said == null ? null : said.shown,
                        coming));
    }

    /** What a person wrote that is no value, in that person's words. */
    private static final class Wrong extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Wrong(String why) {
            super(why);
        }
    }

    private static java.time.LocalTime hour(Words words, String text) {
        try {
            return ReminderJson.hour(text.strip());
        } catch (IllegalArgumentException e) {
            throw new Wrong(words.say("remind.wrong.at"));
        }
    }

    private static List<Integer> days(Words words, String text) {
        var days = new ArrayList<Integer>();
        for (var part : text.split("[\\s,;]+")) {
            if (!part.isEmpty()) {
                try {
                    days.add(Integer.valueOf(part));
                } catch (NumberFormatException e) {
                    throw new Wrong(words.say("remind.wrong.days"));
                }
            }
        }
        return days;
    }

    private static Set<Kind> off(List<String> wanted) {
        var off = new HashSet<>(ReminderSettings.KINDS);
        off.removeIf(kind -> wanted.contains(kind.wire()));
        return off;
    }

    private static ModelAndView seeOther(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}

package dev.sayso.notification.web;

import dev.sayso.account.Account;
import dev.sayso.account.Visitor;
import dev.sayso.notification.Inbox;
import dev.sayso.notification.Inbox.Acted;
import dev.sayso.notification.StoredNotice;
import dev.sayso.notification.web.InboxView.InboxAct;
import dev.sayso.notification.web.InboxView.Item;
import dev.sayso.platform.web.Assets;
import dev.sayso.platform.web.BarPlace;
import dev.sayso.platform.web.Page;
import dev.sayso.platform.web.Wording;
import dev.sayso.platform.web.Words;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import java.time.ZoneId;
import java.util.List;

/** The inbox as a page of plain forms, each of which leads back to it. */
@Controller
class InboxPages implements BarPlace {
    private static final int SHOWN = 30;
    private static final int COUNTED = 10;

    private final Inbox inbox;
    private final Wording wording;
    private final Assets assets;

    InboxPages(Inbox inbox, Wording wording, Assets assets) {
        this.inbox = inbox;
        this.wording = wording;
        this.assets = assets;
    }

    @Override
    public Slot slot() {
        return Slot.INBOX;
    }

    @Override
    public String path() {
        return "/inbox";
    }

    @Override
    public int unread(HttpServletRequest request) {
        return Visitor.find(request)
                .map(visitor -> inbox.unread(visitor.account().id(), COUNTED))
                .orElse(0);
    }

    @GetMapping("/inbox")
    ModelAndView show(
            Account account,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            HttpServletRequest request) {
        var words = wording.of(request);
        var found = inbox.before(account.id(), before, SHOWN + 1);
        var shown = found.size() > SHOWN ? found.subList(0, SHOWN) : found;
        return Page.view(
                "notification/inbox",
                new InboxView(
                        new Page(words, assets, words.say("inbox.title")).on("notifications"),
                        shown.stream().map(it -> item(it, words, account.zone())).toList(),
                        shown.stream().anyMatch(it -> it.readAt() == null),
                        shown.isEmpty() ? 0 : shown.getFirst().position(),
                        found.size() > SHOWN ? Long.toString(shown.getLast().position()) : null));
    }

    @PostMapping("/inbox/read")
    ModelAndView readAll(Account account, @RequestParam("up_to") long upTo) {
        inbox.readAll(account.id(), upTo);
        return back();
    }

    @PostMapping("/inbox/{id}/read")
    ModelAndView read(Account account, @PathVariable String id) {
        return back(inbox.read(account.id(), id));
    }

    @PostMapping("/inbox/{id}/dismiss")
    ModelAndView dismiss(Account account, @PathVariable String id) {
        return back(inbox.dismiss(account.id(), id));
    }

    @PostMapping("/inbox/{id}/acts/{act}")
    ModelAndView act(Account account, @PathVariable String id, @PathVariable String act) {
        // one that was done before shows so on the page
        return back(inbox.act(account, id, act) != Acted.UNKNOWN);
    }

    private static Item item(StoredNotice it, Words words, ZoneId zone) {
        var notice = it.notice();
        var created = it.createdAt().atZone(zone);
        var today = created.toLocalDate().equals(words.today());
        return new Item(
                it.id(),
                today ? words.say("day.today") : words.day(created.toLocalDate()),
                words.time(created.toLocalTime()),
                notice.title(),
                notice.body().lines().toList(),
                it.readAt() == null,
                notice.subscription(),
                it.acted() == null ? "" : words.say("notice.acted." + it.acted()),
                it.isOpen() ? acts(notice.acts(), words) : List.of());
    }

    private static List<InboxAct> acts(List<String> names, Words words) {
        return names.stream()
                .map(name -> new InboxAct(name, words.say("notice.act." + name)))
                .toList();
    }

    private static ModelAndView back(boolean there) {
        if (!there) {
            throw NotThere.notice();
        }
        return back();
    }

    private static ModelAndView back() {
        var view = new RedirectView("/inbox");
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}

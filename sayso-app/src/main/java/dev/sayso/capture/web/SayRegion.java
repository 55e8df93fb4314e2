package dev.sayso.capture.web;

import dev.sayso.account.Visitor;
import dev.sayso.ledger.CaptureId;
import dev.sayso.platform.web.Fragment;
import dev.sayso.platform.web.Region;
import dev.sayso.platform.web.Spotlight;
import dev.sayso.platform.web.Wording;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/** The box and what was understood, as a region of the home page. */
@Component
class SayRegion implements Region {
    private static final String KEPT = SayRegion.class.getName();

    private final Saying saying;
    private final Wording wording;

    SayRegion(Saying saying, Wording wording) {
        this.saying = saying;
        this.wording = wording;
    }

    /** Answers a form with the page: what it shows of that form. */
    static void keep(HttpServletRequest request, Saying.Kept kept) {
        request.setAttribute(KEPT, kept);
    }

    @Override
    public Place place() {
        return Place.SAY;
    }

    @Override
    public Fragment first(HttpServletRequest request) {
        var view = saying.first(Visitor.of(request).account(), wording.of(request), kept(request));
        view.notes().stream()
                .filter(note -> !note.id().isEmpty())
                .findFirst()
                .ifPresent(note -> Spotlight.on(request, note.about()));
        return new Fragment("capture/say", view);
    }

    private static Saying.Kept kept(HttpServletRequest request) {
        if (request.getAttribute(KEPT) instanceof Saying.Kept kept) {
            return kept;
        }
        var id = request.getParameter("capture");
        var text = request.getParameter("text");
        return new Saying.Kept(
                text == null ? "" : text, null, id == null ? null : new CaptureId(id), null);
    }
}

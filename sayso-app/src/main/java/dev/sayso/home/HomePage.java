package dev.sayso.home;

import dev.sayso.platform.web.Assets;
import dev.sayso.platform.web.BarPlace;
import dev.sayso.platform.web.Page;
import dev.sayso.platform.web.Region;
import dev.sayso.platform.web.Templates;
import dev.sayso.platform.web.Wording;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

import java.util.Comparator;
import java.util.List;

/** {@code /}: what the modules offer for it, in the order of its places. */
@Controller
class HomePage implements BarPlace {
    private final List<Region> regions;
    private final Templates templates;
    private final Wording wording;
    private final Assets assets;

    HomePage(List<Region> regions, Templates templates, Wording wording, Assets assets) {
        this.regions = regions.stream().sorted(Comparator.comparing(Region::place)).toList();
        this.templates = templates;
        this.wording = wording;
        this.assets = assets;
    }

    @Override
    public Slot slot() {
        return Slot.LIST;
    }

    @Override
    public String path() {
        return "/";
    }

    @GetMapping("/")
    ModelAndView home(HttpServletRequest request) {
        var words = wording.of(request);
        var page = new Page(words, assets, words.say("page.title")).on("add_subscription");
        var parts =
                regions.stream().map(region -> templates.content(region.first(request))).toList();
        return Page.view("home/home", new HomeView(page, parts));
    }
}

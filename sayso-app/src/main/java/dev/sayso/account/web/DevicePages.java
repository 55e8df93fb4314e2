package dev.sayso.account.web;

import dev.sayso.account.Account;
import dev.sayso.account.Key;
import dev.sayso.account.Key.Kind;
import dev.sayso.account.Keys;
import dev.sayso.account.Visitor;
import dev.sayso.platform.web.Assets;
import dev.sayso.platform.web.Page;
import dev.sayso.platform.web.Wording;
import dev.sayso.platform.web.Words;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import java.util.Locale;

/** The browsers and programs that an account lets in, each with its end by one press. */
@Controller
class DevicePages {
    private final Keys keys;
    private final Wording wording;
    private final Assets assets;

    DevicePages(Keys keys, Wording wording, Assets assets) {
        this.keys = keys;
        this.wording = wording;
        this.assets = assets;
    }

    @GetMapping("/devices")
    ModelAndView show(HttpServletRequest request) {
        var visitor = Visitor.of(request);
        var words = wording.of(request);
        var devices =
                keys.of(visitor.account().id()).stream()
                        .filter(key -> key.kind() != Kind.LINK)
                        .map(key -> device(key, visitor, words))
                        .toList();
        return Page.view(
                "account/devices",
                new DevicesView(
                        new Page(words, assets, words.say("devices.heading")).on("settings"),
                        devices,
                        visitor.way() == Visitor.Way.SESSION));
    }

    @PostMapping("/devices/{id}/revoke")
    ModelAndView revoke(Account account, @PathVariable String id) {
        if (!keys.revoke(account.id(), id)) {
            throw new NoSuchDevice();
        }
        return seeOther("/devices");
    }

    @PostMapping("/sign-out")
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        var visitor = Visitor.of(request);
        var id = visitor.keyId();
        if (visitor.way() == Visitor.Way.SESSION && id != null) {
            keys.revoke(visitor.account().id(), id);
        }
        Cookies.clear(request, response);
        return seeOther("/");
    }

    private static DeviceView device(Key key, Visitor visitor, Words words) {
        var kind = key.kind().name().toLowerCase(Locale.ROOT);
        var since = key.createdAt().atZone(visitor.account().zone()).toLocalDate();
        var used = key.usedAt();
        return new DeviceView(
                key.id(),
                words.say("devices." + kind),
                words.day(since),
                used == null
                        ? ""
                        : words.say(
                                "devices.used",
                                words.day(used.atZone(visitor.account().zone()).toLocalDate())),
                key.id().equals(visitor.keyId()),
                words.say("devices.revoke"));
    }

    private static ModelAndView seeOther(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}

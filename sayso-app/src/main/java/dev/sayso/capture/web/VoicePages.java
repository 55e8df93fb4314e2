package dev.sayso.capture.web;

import dev.sayso.account.Account;
import dev.sayso.capture.voice.NotHeard;
import dev.sayso.capture.voice.UnreadableClip;
import dev.sayso.capture.voice.Voice;
import dev.sayso.capture.voice.VoiceOff;
import dev.sayso.platform.sql.Overloaded;
import dev.sayso.platform.web.Htmx;
import dev.sayso.platform.web.Page;
import dev.sayso.platform.web.Wording;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.Map;

/** What the page records, or the file that is chosen in its place. */
@Controller
class VoicePages {
    /** What stands in a header is ASCII. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Voice voice;
    private final Saying saying;
    private final Wording wording;

    VoicePages(Voice voice, Saying saying, Wording wording) {
        this.voice = voice;
        this.saying = saying;
        this.wording = wording;
    }

    @PostMapping("/captures/voice")
    @Nullable ModelAndView take(
            Account account,
            @RequestPart("audio") MultipartFile audio,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        var words = wording.of(request);
        String text = "";
        String problem;
        try (var bytes = audio.getInputStream()) {
            var spoken =
                    voice.take(
                            account,
                            file -> VoiceApi.key(account, "POST /captures/voice", key, file),
                            bytes);
            if (!Htmx.asks(request)) {
                return CapturePages.redirect("/");
            }
            response.setHeader(Htmx.TRIGGER, CapturePages.CHANGED);
            return Page.view(
                    "capture/understood",
                    saying.after(account, words, spoken.taken().reply().id()));
        } catch (UnreadableClip e) {
            problem =
                    switch (e.why()) {
                        case FORMAT -> "voice.problem.format";
                        case BROKEN -> "voice.problem.broken";
                        case LENGTH, SIZE -> "voice.problem.long";
                    };
        } catch (NotHeard e) {
            text = e.transcript();
            problem = text.isEmpty() ? "voice.problem.nothing" : "voice.problem.unsure";
        } catch (VoiceOff e) {
            problem = "voice.problem.off";
        } catch (Overloaded e) {
            problem = "voice.problem.busy";
        }
        if (!text.isEmpty() && Htmx.asks(request)) {
            response.setHeader("HX-Trigger", JSON.writeValueAsString(heard(text)));
        }
        return CapturePages.refuse(text, words.say(problem, text), request, response);
    }

    private static Map<String, Map<String, String>> heard(String text) {
        return Map.of("heard", Map.of("text", text));
    }
}

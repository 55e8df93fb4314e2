package dev.sayso.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.Api;
import dev.sayso.House;
import dev.sayso.account.AccountId;
import dev.sayso.account.FrontDesk;
import dev.sayso.help.Action;
import dev.sayso.help.HelpCase;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Map;

@House.Open
class CaptureHelpTests {
    @Autowired private House house;
    @Autowired private FrontDesk desk;
    @Autowired private List<Action> actions;
    private Api api;

    @BeforeEach
    void afresh() {
        api = house.afresh();
    }

    @Test
    void takesBackTheLastCaptureOfWhomeverItHelps() {
        var asha = desk.add("asha", false);
        var bearer = Map.of("Authorization", "Bearer " + desk.token(asha, null).reveal());
        var id =
                api.send("POST", "/api/captures", "{\"text\": \"Netflix 499 monthly\"}", bearer)
                        .get("id");
        var local = api.say("Spotify 119 monthly").get("id");

        assertThat(undoLast(asha.id(), id)).isTrue();

        assertThat(api.send("GET", "/api/captures/" + id, (String) null, bearer).get("undone_at"))
                .isNotNull();
        assertThatThrownBy(() -> undoLast(asha.id(), local)).isInstanceOf(NoSuchCapture.class);
        assertThat(api.get("/api/captures/" + local).get("undone_at")).isNull();
    }

    private boolean undoLast(AccountId account, String capture) {
        return actions.stream()
                .filter(it -> it.name().equals("capture.undo_last"))
                .findFirst()
                .orElseThrow()
                .run(new HelpCase(account, "s", Map.of("last_capture_id", capture)), "k");
    }
}

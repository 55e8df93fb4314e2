package dev.sayso.ledger.web;

import dev.sayso.ledger.FollowerStandings;
import dev.sayso.ledger.FollowerStandings.Follows;
import dev.sayso.ledger.FollowerStandings.SetAside;
import dev.sayso.ledger.Followers;
import dev.sayso.platform.web.OpenApi.Bodies;
import dev.sayso.platform.web.Pages;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import tools.jackson.core.JsonGenerator;

/** How far the followers of the log have come, for the operator, who may let one try again. */
@RestController
class FollowerApi {
    private final Followers followers;
    private final FollowerStandings standings;

    FollowerApi(Followers followers, FollowerStandings standings) {
        this.followers = followers;
        this.standings = standings;
    }

    @Bodies(gives = "FollowerPage")
    @GetMapping(path = "/api/followers", produces = MediaType.APPLICATION_JSON_VALUE)
    String followers() {
        var all = standings.all();
        return Pages.write(all, all.size(), Follows::name, FollowerApi::write);
    }

    @Bodies(as = "202")
    @PostMapping("/api/followers/{name}/retry")
    ResponseEntity<Void> retry(@PathVariable String name) {
        if (!followers.retry(name)) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "there is no follower of that name; GET /api/followers lists them");
        }
        return ResponseEntity.accepted().build();
    }

    private static void write(JsonGenerator to, Follows it) {
        to.writeStringProperty("name", it.name());
        to.writeNumberProperty("position", it.position());
        to.writeNumberProperty("behind", it.behind());
        if (it.oldestAt() != null) {
            to.writeStringProperty("oldest_at", it.oldestAt());
        }
        to.writeArrayPropertyStart("parked");
        it.parked().forEach(parked -> write(to, parked));
        to.writeEndArray();
    }

    private static void write(JsonGenerator to, SetAside it) {
        to.writeStartObject();
        to.writeStringProperty("account_id", it.accountId());
        if (it.subscriptionId() != null) {
            to.writeStringProperty("subscription_id", it.subscriptionId().value());
        }
        to.writeNumberProperty("position", it.position());
        to.writeStringProperty("failure", it.failure());
        to.writeNumberProperty("attempts", it.attempts());
        to.writeStringProperty("parked_at", it.parkedAt());
        to.writeStringProperty("next_try_at", it.nextTryAt());
        to.writeEndObject();
    }
}

package dev.sayso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Accounts and tokens at the desk, in a data folder of their own. */
class AccountCommandTests {
    @TempDir Path folder;

    /** The database, where it is not the folder's own. */
    String url() {
        return "";
    }

    private Screen screen() {
        return new Screen().with("SAYSO_DATABASE_URL", url());
    }

    private int run(Screen screen, String... arguments) {
        var all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = folder.toString();
        return screen.run(all);
    }

    @Test
    void printsTheTokenAloneAndOnce() {
        var adding = screen();
        var listing = screen();

        assertThat(run(adding, "account", "add", "Asha")).isZero();
        assertThat(run(listing, "account", "list")).isZero();

        assertThat(adding.out()).matches("sayso_[0-9A-Za-z]{49}\n");
        assertThat(adding.err()).contains("Asha").contains("this once");
        assertThat(listing.out())
                .contains("Asha\n", "token    since 2026-11-24")
                .doesNotContain(adding.out().strip().substring(6));
    }

    @Test
    void revokesByTheIdThatTheListShows() {
        run(screen(), "account", "add", "Asha");
        var listing = screen();
        run(listing, "account", "list");
        var id = listing.outLines().getLast().strip().split(" ")[0];
        var revoking = screen();
        var after = screen();

        assertThat(run(revoking, "account", "revoke", id)).isZero();
        run(after, "account", "list");

        assertThat(revoking.out()).isEqualTo("Revoked.\n");
        assertThat(after.out()).isEqualTo("Asha\n");
    }

    @Test
    void addsThoseThatTheInputNames() {
        var names = new StringBuilder();
        for (int i = 0; i < 250; i++) {
            names.append("Member ").append(i).append('\n');
        }
        var adding = screen().typing(names.toString());

        assertThat(run(adding, "account", "add", "-", "--operator")).isZero();

        assertThat(adding.outLines()).hasSize(250).doesNotHaveDuplicates();
        assertThat(adding.outLines().get(249)).matches("sayso_[0-9A-Za-z]{49} Member 249");
        var listing = screen();
        run(listing, "account", "list");
        assertThat(listing.out()).contains("Member 249  (operator)");
    }

    @Test
    void refusesANameThatIsTakenAndAnEndThatIsOver() {
        run(screen(), "account", "add", "Asha");
        var again = screen().typing("Ben\nAsha\n");
        var over = screen().typing("Ben\n");

        assertThat(run(again, "account", "add", "-")).isEqualTo(1);
        assertThat(run(over, "account", "add", "-", "--until", "2026-11-23")).isEqualTo(1);

        assertThat(again.err()).contains("an account \"Asha\" already");
        assertThat(over.err()).contains("is over already");
        var listing = screen();
        run(listing, "account", "list");
        assertThat(listing.out()).doesNotContain("Ben");
    }
}

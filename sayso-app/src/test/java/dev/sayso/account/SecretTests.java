package dev.sayso.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.HashSet;

class SecretTests {
    private final SecureRandom random = new SecureRandom();

    @Test
    void isOfAFormThatAScannerFindsAndNeverTheSame() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 1_000; i++) {
            var text = Secret.mint(random).reveal();

            assertThat(text).matches("sayso_[0-9A-Za-z]{49}");
            assertThat(Secret.find(text).map(Secret::reveal)).hasValue(text);
            assertThat(seen.add(text)).isTrue();
        }
    }

    @Test
    void seesEachSlipOfTheKeyboard() {
        var text = Secret.mint(random).reveal();
        for (int i = "sayso_".length(); i < text.length(); i++) {
            var other = text.charAt(i) == 'a' ? 'b' : 'a';

            assertThat(Secret.find(text.substring(0, i) + other + text.substring(i + 1))).isEmpty();
        }
        assertThat(Secret.find(text + "a")).isEmpty();
        assertThat(Secret.find("")).isEmpty();
    }

    @Test
    void showsItselfToNobodyByAccident() {
        var secret = Secret.mint(random);

        assertThat("" + secret).doesNotContain(secret.reveal().substring(6));
        assertThat(secret.digest()).hasSize(64).doesNotContain(secret.reveal().substring(6));
    }
}

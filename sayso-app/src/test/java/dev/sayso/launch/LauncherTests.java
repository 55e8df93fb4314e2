package dev.sayso.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

class LauncherTests {
    @TempDir private Path folder;
    private Checkout checkout;

    @BeforeEach
    void checkOut() throws Exception {
        checkout = new Checkout(folder);
    }

    @Test
    void saysWhatToInstallWhereThereIsNoJdk() throws Exception {
        checkout.jdk("21.0.2");

        var result = checkout.sayso("serve");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).startsWith("Sayso needs a JDK 25 or later").hasLineCount(1);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void findsTheJdkAmongOlderOnes() throws Exception {
        checkout.jdk("17.0.15");
        checkout.jdk("25.0.3");

        assertThat(checkout.sayso("serve").code()).isZero();
    }

    @Test
    void passesOverAnOldJavaHome() throws Exception {
        checkout.with("JAVA_HOME", checkout.jdk("17.0.15").toString());
        checkout.jdk("25.0.3");

        assertThat(checkout.sayso("serve").code()).isZero();
    }

    @Test
    void takesANewJavaHomeThatLiesElsewhere() throws Exception {
        var jdk = checkout.jdk("26");
        checkout.with("JAVA_HOME", Files.move(jdk, folder.resolve("else where")).toString());

        assertThat(checkout.sayso("serve").code()).isZero();
    }

    @Test
    void saysWhatToInstallWhereThereIsNoMaven() throws Exception {
        checkout.without("mvn").jdk("25.0.3");

        var result = checkout.sayso("list");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("there is no mvn on the PATH", "apt-get install maven");
    }

    @Test
    void buildsOnceAndAgainWhenASourceIsNewer() throws Exception {
        checkout.jdk("25.0.3");

        var first = checkout.sayso("list");
        var second = checkout.sayso("list");
        var source = Files.writeString(checkout.house.resolve("sayso-app/src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        var third = checkout.sayso("list");

        assertThat(first.err()).contains("Building Sayso (once, about a minute)…");
        assertThat(second.err()).isEmpty();
        assertThat(third.err()).contains("Building Sayso again");
        assertThat(checkout.calls())
                .hasSize(2)
                .allMatch(call -> call.contains("-pl sayso-app -am -Dmaven.test.skip"));
    }

    @Test
    void keepsTheJarsOfAServerThatRuns() throws Exception {
        checkout.jdk("25.0.3");
        checkout.sayso("list");
        var runs = checkout.house.resolve("sayso-app/target/run");
        var before = Files.readString(runs.resolve("current")).strip();
        Files.setLastModifiedTime(runs.resolve("current"), FileTime.from(Instant.EPOCH));

        checkout.sayso("list");

        assertThat(Files.readString(runs.resolve("current")).strip()).isNotEqualTo(before);
        assertThat(runs.resolve(before).resolve("sayso.jar")).exists();
    }

    @Test
    void showsTheEndOfABuildThatFailed() throws Exception {
        checkout.with("MAVEN_FAILS", "Sayso.java:[3,1] ';' expected").jdk("25.0.3");

        var result = checkout.sayso("serve");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains("Sayso.java:[3,1] ';' expected")
                .contains(checkout.house.resolve("target/build.log").toString());
        assertThat(checkout.house.resolve("target/building")).doesNotExist();
    }

    @Test
    void goesOnAfterABuildThatWasKilled() throws Exception {
        checkout.jdk("25.0.3");
        var mark = Files.createDirectories(checkout.house.resolve("target/building"));
        Files.writeString(mark.resolve("pid"), "99999999");

        assertThat(checkout.sayso("list").code()).isZero();
    }

    @Test
    void handsTheArgumentsOnAsTheyCameFromAnyFolder() throws Exception {
        checkout.jdk("25.0.3");
        var elsewhere = Files.createDirectories(folder.resolve("else where"));
        var link =
                Files.createSymbolicLink(elsewhere.resolve("say"), checkout.house.resolve("sayso"));

        var result = checkout.run(elsewhere, link.toString(), "Netflix  ₹499", "", "*", "$HOME");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("in " + elsewhere.toRealPath())
                .endsWith("<dev.sayso.Sayso><Netflix  ₹499><><*><$HOME>\n");
    }

    @Test
    void givesTheServerAPersonsOwnOptionsLast() throws Exception {
        checkout.with("SAYSO_JAVA_OPTIONS", "-Xmx1g -Dx=y").jdk("25.0.3");

        assertThat(checkout.sayso("serve").out()).contains("<-Xmx1g><-Dx=y><-cp>");
    }

    @Test
    void verifiesWithMavenAndTellsHowItEnded() throws Exception {
        checkout.jdk("25.0.3");

        var good =
                checkout.run(
                        folder, checkout.house.resolve("verify").toString(), "-pl", "sayso-app");
        checkout.with("MAVEN_FAILS", "a test failed");
        var bad = checkout.run(folder, checkout.house.resolve("verify").toString());

        assertThat(checkout.calls().getFirst()).endsWith("verify -pl sayso-app");
        assertThat(good.code()).isZero();
        assertThat(good.out()).contains("0 passed, 0 failed, 0 skipped", "Verified in");
        assertThat(bad.code()).isEqualTo(1);
        assertThat(bad.out()).contains("Not verified");
    }

    @Test
    void countsWhatWasTestedFailedAndSkipped() throws Exception {
        checkout.jdk("25.0.3");
        var reports =
                Files.createDirectories(
                        checkout.house.resolve("sayso-app/target/surefire-reports"));
        Files.writeString(
                reports.resolve("TEST-a.xml"),
                "<testsuite name=\"a\" time=\"1\" tests=\"12\" errors=\"1\" skipped=\"3\""
                        + " failures=\"2\">\n");
        Files.setLastModifiedTime(
                reports.resolve("TEST-a.xml"), FileTime.from(Instant.now().plusSeconds(60)));
        Files.writeString(
                reports.resolve("TEST-of-yesterday.xml"),
                "<testsuite name=\"b\" tests=\"100\" errors=\"0\" skipped=\"0\" failures=\"0\">\n");
        Files.setLastModifiedTime(
                reports.resolve("TEST-of-yesterday.xml"), FileTime.from(Instant.EPOCH));

        var result = checkout.run(folder, checkout.house.resolve("verify").toString());

        assertThat(result.out()).contains("\n6 passed, 3 failed, 3 skipped\n");
    }
}

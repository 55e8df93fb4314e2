package dev.sayso;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The house stands as ARCHITECTURE.md draws it. */
class ModularityTests {
    private static final Pattern IMPORT = Pattern.compile("@(?:import|template\\.)\\s*([\\w.]+)");

    @Test
    void modulesUseOnlyWhatTheyMay() {
        ApplicationModules.of(Sayso.class).verify();
    }

    @Test
    void templatesUseTheirOwnModuleAndThePlatform() throws IOException {
        var templates = Path.of("src/main/jte");
        try (var files = Files.walk(templates)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var module = templates.relativize(file).getName(0).toString();
                var found = IMPORT.matcher(Files.readString(file));
                while (found.find()) {
                    var used = found.group(1);
                    assertThat(used)
                            .as(file.toString())
                            .matches(
                                    "(java\\..*|gg\\.jte\\..*|dev\\.sayso\\."
                                            + module
                                            + "\\..*|dev\\.sayso\\.platform\\..*|"
                                            + module
                                            + "\\..*|platform\\..*)");
                }
            }
        }
    }

    @Test
    void nothingWritesPastTheWriter() {
        var classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.sayso");

        noClasses()
                .that()
                .resideOutsideOfPackage("dev.sayso.platform.sql..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "javax\\.sql\\..*|java\\.sql\\.(Connection|DriverManager|Statement|PreparedStatement)|com\\.zaxxer\\..*|org\\.springframework\\.transaction\\..*")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.sayso.platform.time..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(classes);
    }

    @Test
    void nothingCallsOutPastTheOneClient() {
        var classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.sayso");

        noClasses()
                .that()
                .resideOutsideOfPackage("dev.sayso.platform.outbound..")
                // the command line speaks to the server of this machine, in a process of its own
                .and()
                .resideOutsideOfPackage("dev.sayso.cli..")
                // speaks to the server that it started itself, to warm it
                .and()
                .doNotHaveFullyQualifiedName("dev.sayso.Rehearsal")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.net\\.(http\\..*|Socket|DatagramSocket|HttpURLConnection|URLConnection)"
                            + "|java\\.nio\\.channels\\.(Asynchronous)?SocketChannel"
                            + "|javax\\.net\\..*|org\\.apache\\.hc\\..*|jakarta\\.mail\\..*"
                            + "|org\\.springframework\\.mail\\..*|org\\.springframework\\.http\\.client\\..*"
                            + "|org\\.springframework\\.web\\.client\\..*"
                            + "|org\\.springframework\\.web\\.reactive\\..*")
                .orShould()
                .callMethod(java.net.URL.class, "openConnection")
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .check(classes);
    }
}

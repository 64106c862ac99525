package dev.wakeful.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The rules of the house that a compiler does not know. */
class ArchitectureTest {

    static final List<String> SERVICES =
            List.of("cimanager", "bughunter", "planner", "budget", "autodev", "health", "commandcenter");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.wakeful");

    @ParameterizedTest
    @FieldSource("SERVICES")
    void aServiceKnowsNoOtherService(String service) {
        String[] others = SERVICES.stream()
                .filter(other -> !other.equals(service))
                .map(other -> "dev.wakeful." + other + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage("dev.wakeful." + service + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CLASSES);
    }

    @Test
    void theContractKnowsNoFrameworkAndNothingOfOurs() {
        noClasses()
                .that()
                .resideInAPackage("dev.wakeful.events..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.apache.kafka..",
                        "dev.wakeful.service..",
                        "dev.wakeful.cli..",
                        "dev.wakeful.standalone..")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommonPartsKnowKafka() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.wakeful.cimanager..",
                        "dev.wakeful.bughunter..",
                        "dev.wakeful.planner..",
                        "dev.wakeful.budget..",
                        "dev.wakeful.autodev..",
                        "dev.wakeful.health..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                .check(CLASSES);
    }

    @Test
    void nobodyImportsTheEdges() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..inbound..", "..web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.wakeful..inbound..", "dev.wakeful..web..")
                .check(CLASSES);
    }

    @Test
    void theCommandLineKnowsNoSpring() {
        noClasses()
                .that()
                .resideInAPackage("dev.wakeful.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "dev.wakeful.service..", "org.apache.kafka..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void featuresOfAServiceDependOnEachOtherInOneDirection(String service) {
        slices().matching("dev.wakeful." + service + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void theCommonPartsDependOnEachOtherInOneDirection() {
        slices().matching("dev.wakeful.service.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}

package gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import basics.HandshakeLine;
import basics.Logging;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import contract.Calculator;
import extensions.PluginRegistry;
import gateway.front.Gateway;
import gateway.steps.BucketGate;
import java.util.LinkedHashSet;
import java.util.Set;
import lifecycle.PluginClient;
import monitoring.Supervisor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A project stands on the layers, and no layer on a project; host and plugin meet in the contract.
class LayersTest {
  private static JavaClasses classes = new ClassFileImporter().importClasses();

  @BeforeAll
  static void readTheClasses() {
    Logging.toStderr();
    Set<Location> roots = new LinkedHashSet<>();
    for (Class<?> type :
        new Class<?>[] {
          Calculator.class,
          HandshakeLine.class,
          PluginClient.class,
          PluginRegistry.class,
          Supervisor.class,
          Gate.class
        }) {
      roots.add(Location.of(type.getProtectionDomain().getCodeSource().getLocation()));
    }
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importLocations(roots);
    assertThat(classes.contain(Supervisor.class)).isTrue();
    assertThat(classes.contain(Gateway.class)).isTrue();
    assertThat(classes.contain(BucketGate.class)).isTrue();
  }

  @Test
  void noLayerKnowsAProject() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "contract..",
            "course",
            "basics..",
            "lifecycle..",
            "extensions..",
            "security..",
            "monitoring..",
            "replicas..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("gateway..", "course.gateway..")
        .check(classes);
  }

  @Test
  void theContractIsPlainJava() {
    noClasses()
        .that()
        .resideInAPackage("gateway")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("gateway", "java..", "org.jspecify..")
        .check(classes);
  }

  @Test
  void hostAndPluginsMeetInTheContractAlone() {
    noClasses()
        .that()
        .resideInAPackage("gateway.front")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("gateway.steps", "gateway.demo", "io.jsonwebtoken..")
        .check(classes);
    noClasses()
        .that()
        .resideInAPackage("gateway.steps")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("gateway.front", "gateway.wire", "gateway.demo", "io.grpc..")
        .check(classes);
  }

  @Test
  void generatedTypesStayInTheAdapters() {
    noClasses()
        .that()
        .resideInAPackage("gateway..")
        .and()
        .resideOutsideOfPackage("gateway.wire")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("course.gateway..")
        .check(classes);
  }
}

package replicas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import basics.HandshakeLine;
import basics.Logging;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import contract.Calculator;
import java.util.LinkedHashSet;
import java.util.Set;
import lifecycle.PluginClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Dependencies point one way: contract <- basics <- lifecycle <- extensions <- security <-
/// replicas.
class LayersTest {
  private static JavaClasses layers = new ClassFileImporter().importClasses();

  @BeforeAll
  static void readTheClasses() {
    Logging.toStderr();
    Set<Location> roots = new LinkedHashSet<>();
    for (Class<?> type :
        new Class<?>[] {
          Calculator.class, HandshakeLine.class, PluginClient.class, ReplicatedPlugin.class
        }) {
      roots.add(Location.of(type.getProtectionDomain().getCodeSource().getLocation()));
    }
    layers =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importLocations(roots);
    assertThat(layers.contain(ReplicatedPlugin.class)).isTrue();
  }

  @Test
  void replicasKnowNothingBesideAndAboveThem() {
    noClasses()
        .that()
        .resideInAPackage("replicas")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("monitoring..", "gateway..", "org.bouncycastle..")
        .check(layers);
  }

  @Test
  void nothingKnowsTheReplicas() {
    noClasses()
        .that()
        .resideOutsideOfPackage("replicas")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("replicas")
        .check(layers);
  }

  @Test
  void replicasKnowNoApplication() {
    noClasses()
        .that()
        .resideInAPackage("replicas")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("contract..", "course.calculator..")
        .because("the framework serves any contract, not the calculator alone")
        .check(layers);
  }
}

package monitoring;

import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
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
import java.util.LinkedHashSet;
import java.util.Set;
import lifecycle.PluginClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Dependencies point one way: contract <- basics <- lifecycle <- extensions <- monitoring.
class LayersTest {
  private static JavaClasses layers = new ClassFileImporter().importClasses();

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
          Supervisor.class
        }) {
      roots.add(Location.of(type.getProtectionDomain().getCodeSource().getLocation()));
    }
    layers =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importLocations(roots);
    assertThat(layers.contain(PluginRegistry.class)).isTrue();
    assertThat(layers.contain(Supervisor.class)).isTrue();
  }

  @Test
  void monitoringKnowsNothingBesideAndAboveIt() {
    noClasses()
        .that()
        .resideInAPackage("monitoring")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("security..", "gateway..")
        .check(layers);
  }

  @Test
  void layersBelowKnowNothingOfMonitoring() {
    noClasses()
        .that()
        .resideInAnyPackage("contract", "course..", "basics", "lifecycle", "extensions..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "monitoring..", "io.micrometer..", "io.prometheus..", "io.opentelemetry..")
        .because("they offer hooks that monitoring uses")
        .check(layers);
  }

  @Test
  void monitoringKnowsNoApplication() {
    noClasses()
        .that()
        .resideInAPackage("monitoring")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("contract..", "course.calculator..")
        .because("the framework serves any contract, not the calculator alone")
        .check(layers);
  }

  @Test
  void nothingMutableIsStatic() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage("monitoring")
        .and()
        .haveModifier(STATIC)
        .and()
        .doNotHaveModifier(SYNTHETIC)
        .and(nameMatching(".*\\$assertionsDisabled").negate())
        .should()
        .beFinal()
        .because("two hosts in one process must not meet in a static field")
        .check(layers);
  }
}

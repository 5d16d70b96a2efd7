package security;

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
import java.util.LinkedHashSet;
import java.util.Set;
import lifecycle.PluginClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Dependencies point one way: contract <- basics <- lifecycle <- extensions <- security.
class LayersTest {
  private static JavaClasses layers = new ClassFileImporter().importClasses();

  @BeforeAll
  static void readTheClasses() {
    Logging.toStderr();
    Set<Location> roots = new LinkedHashSet<>();
    for (Class<?> type :
        new Class<?>[] {
          Calculator.class, HandshakeLine.class, PluginClient.class, AutoMtls.class
        }) {
      roots.add(Location.of(type.getProtectionDomain().getCodeSource().getLocation()));
    }
    layers =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importLocations(roots);
    assertThat(layers.contain(PluginClient.class)).isTrue();
    assertThat(layers.contain(AutoMtls.class)).isTrue();
  }

  @Test
  void securityKnowsNothingBesideAndAboveIt() {
    noClasses()
        .that()
        .resideInAPackage("security")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("monitoring..", "replicas..", "gateway..")
        .check(layers);
  }

  @Test
  void layersBelowKnowNothingOfSecurity() {
    noClasses()
        .that()
        .resideInAnyPackage("contract", "course..", "basics", "lifecycle", "extensions..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("security..", "org.bouncycastle..")
        .because("they offer interfaces that security implements")
        .check(layers);
  }

  @Test
  void securityKnowsNoApplication() {
    noClasses()
        .that()
        .resideInAPackage("security")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("contract..", "course.calculator..")
        .because("the framework serves any contract, not the calculator alone")
        .check(layers);
  }

  @Test
  void bouncyCastleOnlyMakesCertificates() {
    noClasses()
        .that()
        .resideInAPackage("security")
        .and()
        .doNotHaveSimpleName("ThrowawayCertificate")
        .and()
        .haveNameNotMatching("security[.]CertificateAuthority(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bouncycastle..")
        .because("TLS itself is the JDK's")
        .check(layers);
  }

  @Test
  void nothingMutableIsStatic() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage("security")
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

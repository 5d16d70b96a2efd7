package lifecycle;

import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import basics.HandshakeLine;
import basics.Logging;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import contract.Calculator;
import java.net.URL;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Dependencies point one way: contract <- basics <- lifecycle. Nothing is global.
class LayersTest {
  private static JavaClasses layers = new ClassFileImporter().importClasses();

  @BeforeAll
  static void readTheClasses() {
    Logging.toStderr();
    Set<Location> roots = new LinkedHashSet<>();
    for (Class<?> type : new Class<?>[] {Calculator.class, HandshakeLine.class, Lifecycle.class}) {
      URL root = type.getProtectionDomain().getCodeSource().getLocation();
      roots.add(Location.of(root));
    }
    layers =
        new ClassFileImporter()
            .withImportOption(location -> !location.contains("/course/calculator/"))
            .withImportOption(location -> !location.contains("/course/goplugin/"))
            .importLocations(roots);
    assertThat(layers.contain(Calculator.class)).isTrue();
    assertThat(layers.contain(HandshakeLine.class)).isTrue();
    assertThat(layers.contain(Lifecycle.class)).isTrue();
  }

  @Test
  void contractKnowsOnlyJava() {
    classes()
        .that()
        .resideInAPackage("contract")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("contract", "java..", "org.jspecify..")
        .because("host and plugin both see the contract, and nothing else")
        .check(layers);
  }

  @Test
  void noGrpcTypeStandsInTheContract() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage("contract")
        .should(haveNoTypeOf("io.grpc", "com.google", "course"))
        .check(layers);
  }

  private static ArchCondition<JavaMethod> haveNoTypeOf(String... packages) {
    return new ArchCondition<>("have no type of %s", String.join(", ", packages)) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        for (String name : packages) {
          if (method.getFullName().contains(name + ".")
              || method.getReturnType().getName().startsWith(name + ".")) {
            events.add(SimpleConditionEvent.violated(method, method.getDescription()));
          }
        }
      }
    };
  }

  @Test
  void basicsKnowsNothingOfTheLifecycle() {
    noClasses()
        .that()
        .resideInAnyPackage("basics", "contract", "course")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("lifecycle..", "extensions..", "security..", "monitoring..")
        .because("a layer offers interfaces to those above it and never imports them")
        .check(layers);
  }

  @Test
  void lifecycleKnowsNothingAboveIt() {
    noClasses()
        .that()
        .resideInAPackage("lifecycle")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("extensions..", "security..", "monitoring..", "gateway..")
        .check(layers);
  }

  @Test
  void lifecycleKnowsNoApplication() {
    noClasses()
        .that()
        .resideInAPackage("lifecycle")
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
        .resideInAnyPackage("contract", "basics", "lifecycle")
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

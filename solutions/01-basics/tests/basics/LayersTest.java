package basics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import contract.Calculator;
import course.Exercise;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Dependencies point one way: contract, then basics, then what builds upon it.
class LayersTest {
  private static final String[] ABOVE = {
    "lifecycle..", "extensions..", "security..", "monitoring..", "gateway.."
  };

  private static JavaClasses layers = new ClassFileImporter().importClasses();

  @BeforeAll
  static void readTheClasses() {
    Logging.toStderr();
    List<Location> roots =
        Stream.of(PluginProgram.class, Calculator.class)
            .map(type -> Location.of(type.getProtectionDomain().getCodeSource().getLocation()))
            .toList();
    layers =
        new ClassFileImporter()
            .withImportOption(location -> !location.contains("/course/calculator/"))
            .withImportOption(location -> !location.contains("/course/goplugin/"))
            .importLocations(roots);
  }

  @Test
  void contractIsPlainJava() {
    classes()
        .that()
        .resideInAPackage("contract")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("contract", "java..", "org.jspecify..")
        .check(layers);
  }

  @Test
  void theCoursesMarksArePlainJava() {
    classes()
        .that()
        .resideInAPackage(Exercise.class.getPackageName())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("course", "java..", "org.jspecify..")
        .check(layers);
  }

  @Test
  void basicsKnowsNothingAboveIt() {
    noClasses()
        .that()
        .resideInAPackage("basics")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ABOVE)
        .check(layers);
  }

  @Test
  void generatedTypesStayInTheAdapters() {
    noClasses()
        .that()
        .resideInAPackage("basics")
        .and()
        .haveNameNotMatching("basics\\.(CalculatorClient|CalculatorService)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("course.calculator..", "course.goplugin..")
        .check(layers);
  }

  @Test
  void contractErrorsMeetStatusesInOneClassADirection() {
    noClasses()
        .that()
        .resideInAPackage("basics")
        .and()
        .haveNameNotMatching(
            "basics\\.(CalculatorImpl|StatusToCalculatorError|CalculatorErrorToStatus)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(contract.DivisionByZeroException.class)
        .check(layers);
  }
}

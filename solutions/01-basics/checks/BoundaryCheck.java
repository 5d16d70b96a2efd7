import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import basics.CalculatorClient;
import basics.Logging;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.SourceCodeLocation;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import contract.Calculator;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who may know whom in this lesson, read from the compiled classes.
@Tag("1.6")
@DisplayName("1.6 Host stays on its side of the contract")
class BoundaryCheck {
  private static final Pattern OF_THIS_LESSON =
      Pattern.compile(".*/((Host|Plugin)|(basics|contract)/\\w+)(\\$\\w+)*\\.class");

  private static final DescribedPredicate<JavaClass> HOST = named("Host");
  private static final DescribedPredicate<JavaClass> PLUGIN = named("Plugin");

  /// What only a plugin needs: the calculator that computes, and how it is served.
  private static final DescribedPredicate<JavaClass> PLUGINS_HALF =
      named(
          "basics\\.(CalculatorImpl|CalculatorService|ListeningServer|PluginListener|UnixListener"
              + "|TcpListener|EnvironmentListener|BoundSocket|BoundServerChannel|SocketGroup"
              + "|UncaughtErrors|HostWatch)");

  /// What only a host needs: how a plugin is made, started, reached and called.
  private static final DescribedPredicate<JavaClass> HOSTS_HALF =
      named("basics\\.(CalculatorClient|PluginConnection|PluginProcess|PluginProgram|JavaBuild)");

  private static final DescribedPredicate<JavaClass> WIRE =
      resideInAnyPackage(
          "course.calculator..", "course.goplugin..", "io.grpc..", "io.netty..", "com.google..");

  private static JavaClasses lesson;

  @BeforeAll
  static void readTheClasses() {
    Logging.toStderr();
    List<Location> roots =
        Stream.of(CalculatorClient.class, Calculator.class)
            .map(type -> Location.of(type.getProtectionDomain().getCodeSource().getLocation()))
            .distinct()
            .toList();
    lesson =
        ArchConfiguration.withThreadLocalScope(
            configuration -> {
              configuration.setResolveMissingDependenciesFromClassPath(false);
              return new ClassFileImporter()
                  .withImportOption(location -> location.matches(OF_THIS_LESSON))
                  .importLocations(roots);
            });
  }

  @Test
  @DisplayName("Host knows plugins only through contract")
  void hostKnowsPluginsOnlyThroughContract() {
    assertHolds(
        "Host may know plugins only through contract",
        noClasses().that(HOST).should().dependOnClassesThat(PLUGINS_HALF));
  }

  @Test
  @DisplayName("Host speaks the contract's language, not gRPC's")
  void hostUsesNoWireType() {
    assertHolds(
        "Host may not use what crosses the wire: adapters such as CalculatorClient hide it",
        noClasses().that(HOST).should().dependOnClassesThat(WIRE));
  }

  @Test
  @DisplayName("Host does not load a plugin's classes by name")
  void hostLoadsNoClassByName() {
    String sentence = "Host may not get round the boundary by reflection";

    assertHolds(
        sentence,
        noClasses().that(HOST).should().dependOnClassesThat(resideInAPackage("java.lang.reflect")));
    assertHolds(
        sentence,
        noClasses().that(HOST).should().callMethodWhere(nameOfCalledMethod("forName|loadClass")));
  }

  @Test
  @DisplayName("no other class opens a back door for Host")
  void onlyThePluginsHalfUsesThePluginsHalf() {
    assertHolds(
        "What is not the plugin's own may not use the plugin's half of basics",
        noClasses()
            .that(resideInAnyPackage("basics", "contract").and(not(PLUGINS_HALF)))
            .should()
            .dependOnClassesThat(PLUGINS_HALF));
  }

  @Test
  @DisplayName("Plugin knows nothing of hosts")
  void pluginKnowsNothingOfHosts() {
    assertHolds(
        "Plugin may not use the host's half of basics",
        noClasses().that(PLUGIN.or(PLUGINS_HALF)).should().dependOnClassesThat(HOSTS_HALF));
  }

  @Test
  @DisplayName("the contract knows neither")
  void contractIsPlainJava() {
    assertHolds(
        "contract may use plain Java and nothing else",
        noClasses()
            .that(resideInAPackage("contract"))
            .should()
            .dependOnClassesThat(
                not(
                    resideInAnyPackage(
                        "contract",
                        "java.io",
                        "java.lang..",
                        "java.time",
                        "java.util..",
                        "org.jspecify.."))));
  }

  @Test
  @DisplayName("Host still knows what the sum should be")
  void hostStillComputesTheSum() throws Exception {
    assertThat(expectedSum(6, 7)).as("Host.java, expectedSum(6, 7)").isEqualTo(13);
    assertThat(expectedSum(-0.5, 2.25)).as("Host.java, expectedSum(-0.5, 2.25)").isEqualTo(1.75);
  }

  /// By reflection: no source may name the class of a compact source file.
  private static double expectedSum(double left, double right) throws Exception {
    Class<?> host = Class.forName("Host");
    Constructor<?> constructor = host.getDeclaredConstructor();
    constructor.setAccessible(true);
    try {
      Method method = host.getDeclaredMethod("expectedSum", double.class, double.class);
      method.setAccessible(true);
      return (double) method.invoke(constructor.newInstance(), left, right);
    } catch (NoSuchMethodException e) {
      throw new AssertionError("Host.java has lost its method expectedSum(double, double)", e);
    }
  }

  private static DescribedPredicate<JavaClass> named(String pattern) {
    return nameMatching("(" + pattern + ")(\\$.*)?").forSubtype();
  }

  private static DescribedPredicate<JavaMethodCall> nameOfCalledMethod(String pattern) {
    return DescribedPredicate.describe(
        "a method named " + pattern, call -> call.getName().matches(pattern));
  }

  /// Fails with one sentence: the rule, and for each class used the first place that breaks it.
  private static void assertHolds(String sentence, ArchRule rule) {
    EvaluationResult result = rule.evaluate(lesson);
    SortedMap<SourceCodeLocation, String> places =
        new TreeMap<>(
            Comparator.comparing(SourceCodeLocation::getSourceFileName)
                .thenComparingInt(SourceCodeLocation::getLineNumber));
    result.handleViolations(
        (Collection<JavaMethodCall> found, String text) ->
            found.forEach(call -> places.put(call.getSourceCodeLocation(), call.getName())));
    // Such a call is a dependency, too, and then the class counts.
    result.handleViolations(
        (Collection<Dependency> found, String text) ->
            found.forEach(
                use -> places.put(use.getSourceCodeLocation(), use.getTargetClass().getName())));
    if (!places.isEmpty()) {
      throw failure(sentence, places);
    }
    assertThat(result.hasViolation()).as("%s: %s", sentence, result.getFailureReport()).isFalse();
  }

  private static AssertionError failure(
      String sentence, SortedMap<SourceCodeLocation, String> places) {
    SourceCodeLocation first = places.firstKey();
    Set<String> told = new HashSet<>();
    String uses =
        places.entrySet().stream()
            .filter(entry -> told.add(entry.getValue()))
            .map(entry -> "%s uses %s".formatted(place(entry.getKey()), entry.getValue()))
            .collect(Collectors.joining("; "));
    AssertionError failure = new AssertionError(sentence + "; " + uses);
    // The place as the topmost frame: an IDE and the grader lead there.
    StackTraceElement frame =
        new StackTraceElement(
            first.getSourceClass().getName(),
            "here",
            first.getSourceFileName(),
            first.getLineNumber());
    failure.setStackTrace(
        Stream.concat(Stream.of(frame), Stream.of(failure.getStackTrace()))
            .toArray(StackTraceElement[]::new));
    return failure;
  }

  private static String place(SourceCodeLocation location) {
    return location.getSourceFileName() + ":" + location.getLineNumber();
  }
}

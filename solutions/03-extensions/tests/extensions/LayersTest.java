package extensions;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
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
import com.tngtech.archunit.core.importer.Location;
import java.net.URL;
import java.util.LinkedHashSet;
import java.util.Set;
import lifecycle.Parts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Dependencies point one way: basics <- lifecycle <- extensions. Nothing is global.
class LayersTest {
  /// The course's own applications: the calculator of version 2, its errors, its memory, bulk
  /// calculations; files and web.
  private static final String APPLICATION =
      "extensions\\.(Batch|Bulk|CachingCalculator|Calculator|ConfinedStore|Error(Size|ToStatus)|HostErrorToStatus|HostServices"
          + "|JobServices|MathCalculator|Memory|PlainOnlyCalculator|PluginStores|PrimeCounter|Replies"
          + "|OperationStream|SavedMemory|Scientific|SegmentedPrimeCounter|SnapshotJson|StatusToError|StatusToHostError"
          + "|StoreLimits|StreamWindow|TableStream|AddressCheck|AllowedDirectory|ConfinedFiles|Confinement"
          + "|File(Content|Errors|Replacement|Store|Upload)|JdkWebFetcher"
          + "|PinnedExchange|RoundedCalculator|Web(Body|Errors|Fetcher|Target)).*";

  private static JavaClasses layers = new ClassFileImporter().importClasses();

  @BeforeAll
  static void readTheClasses() {
    Logging.toStderr();
    Set<Location> roots = new LinkedHashSet<>();
    for (Class<?> type : new Class<?>[] {HandshakeLine.class, Parts.class, GrpcBroker.class}) {
      URL root = type.getProtectionDomain().getCodeSource().getLocation();
      roots.add(Location.of(root));
    }
    layers = new ClassFileImporter().importLocations(roots);
    assertThat(layers.contain(Parts.class)).isTrue();
    assertThat(layers.contain(GrpcBroker.class)).isTrue();
  }

  @Test
  void extensionsKnowsNothingAboveIt() {
    noClasses()
        .that()
        .resideInAPackage("extensions")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("security..", "monitoring..", "gateway..")
        .because("a layer offers interfaces to those above it and never imports them")
        .check(layers);
  }

  @Test
  void theFrameworkKnowsNoApplication() {
    noClasses()
        .that()
        .resideInAPackage("extensions")
        .and()
        .haveNameNotMatching(APPLICATION)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "contract..",
                    "course.bulk..",
                    "course.calculator..",
                    "course.files..",
                    "course.host..",
                    "course.memory..",
                    "course.primes..",
                    "course.scientific..",
                    "course.web..")
                .or(nameMatching(APPLICATION)))
        .because("the framework serves any contract, not the calculator alone")
        .check(layers);
  }

  @Test
  void theLayersBelowKnowNothingOfExtensions() {
    noClasses()
        .that()
        .resideInAnyPackage("basics", "lifecycle")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("extensions")
        .check(layers);
  }

  @Test
  void generatedTypesStayInTheAdapters() {
    noClasses()
        .that()
        .resideInAPackage("extensions")
        .and()
        .haveNameNotMatching(
            "extensions\\.(\\w+(Client|Service)|BulkMessages|FileUpload|MemoryMessages"
                + "|OperationStream|TableStream)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "course.bulk..",
            "course.files..",
            "course.host..",
            "course.memory..",
            "course.primes..",
            "course.scientific..",
            "course.web..")
        .check(layers);
  }

  @Test
  void contractErrorsMeetStatusesInOneClassADirection() {
    noClasses()
        .that()
        .resideInAPackage("extensions")
        .and()
        .haveNameNotMatching("extensions\\.(ErrorToStatus|StatusToError)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.rpc..", "io.grpc.protobuf..")
        .check(layers);
  }

  @Test
  void nothingMutableIsStatic() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage("extensions")
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

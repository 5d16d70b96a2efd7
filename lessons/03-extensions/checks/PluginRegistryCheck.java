import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import extensions.DependencyCycleException;
import extensions.DependencyOrder;
import extensions.HotSwap;
import extensions.PluginCatalog;
import extensions.PluginManifest;
import extensions.SemanticVersion;
import extensions.SwapFailedException;
import extensions.SwapSteps;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The three parts of the registry that decide: the order of starts, the lookup, the swap.
@Tag("3.4")
@DisplayName("3.4 PluginRegistry")
class PluginRegistryCheck {
  private static final Duration LIMIT = Duration.ofSeconds(7);

  @ParameterizedTest(name = "{0}: {1}", quoteTextArguments = false)
  @CsvSource(
      delimiter = ';',
      value = {
        "a; a",
        "a b c; a b c",
        "c b a; a b c",
        "a:b b; b a",
        "a:b b:c c:d d; d c b a",
        "b:d,c a c d; a c d b",
        "a:b,c b:d c:d d; d b c a",
        "z a:z; z a",
        "x:a,b,c a b:a c:b; a b c x",
        "a:q b:p p q; q a p b",
      })
  @DisplayName("order: each plugin comes after what it depends on, else by the alphabet")
  void startsWhatOthersNeedFirst(String plugins, String expected) {
    assertThat(DependencyOrder.of(dependencies(plugins)))
        .as("the order for %s (a:b,c means that a depends on b and c)", plugins)
        .isEqualTo(List.of(expected.split(" ", -1)));
  }

  @ParameterizedTest(name = "{0}: {1}", quoteTextArguments = false)
  @CsvSource(
      delimiter = ';',
      value = {
        "a:a; a a",
        "a b:b; b b",
        "a:b b:a; a b a",
        "a:b b:c c:a; a b c a",
        "x:a a:b b:a; a b a",
        "a:m m:n n:o o:n; n o n",
        "a:b,c b c:d d:c; c d c",
      })
  @DisplayName("order: a circle is an error that shows the circle and no more")
  void showsTheCircle(String plugins, String expected) {
    List<String> cycle = List.of(expected.split(" ", -1));

    assertThatThrownBy(
            () -> DependencyOrder.of(dependencies(plugins)),
            "%s has the circle %s: throw DependencyCycleException",
            plugins,
            String.join(" -> ", cycle))
        .isInstanceOfSatisfying(
            DependencyCycleException.class,
            e -> assertThat(e.cycle()).as("the circle in %s", plugins).isEqualTo(cycle));
  }

  @Test
  @DisplayName("order: right for any plugins, in whatever order the map has them")
  void rightForAnyPlugins() {
    long seed = 34;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      Map<String, Set<String>> dependencies = randomDependencies(random);
      List<String> order = DependencyOrder.of(dependencies);

      assertThat(order)
          .as("each of %s once (seed %d, round %d)", dependencies, seed, round)
          .containsExactlyInAnyOrderElementsOf(dependencies.keySet());
      dependencies.forEach(
          (name, needed) ->
              assertThat(order.subList(0, order.indexOf(name)))
                  .as("what stands before %s in the order for %s", name, dependencies)
                  .containsAll(needed));
      assertThat(DependencyOrder.of(shuffled(dependencies, random)))
          .as("the same plugins in a map of another order: the same order of starts")
          .isEqualTo(order);
    }
  }

  @ParameterizedTest(name = "{0}: {1}", quoteTextArguments = false)
  @CsvSource(
      delimiter = ';',
      value = {
        "a 1.0.0; a",
        "a 1.0.0, b 2.0.0; b a",
        "a 9.0.0, b 10.0.0; b a",
        "a 1.9.0, b 1.10.0, c 1.2.0; b a c",
        "a 1.0.0-rc.1, b 1.0.0; b a",
        "a 1.0.0-rc.2, b 1.0.0-rc.10; b a",
        "c 1.0.0, a 1.0.0, b 1.0.0; a b c",
        "b 2.0.0, z 3.0.0, a 2.0.0; z a b",
      })
  @DisplayName("lookup: the highest version first, of equal ones the first name")
  void findsTheHighestVersionFirst(String plugins, String expected) {
    List<PluginManifest> manifests = new ArrayList<>();
    for (String plugin : plugins.split(", ", -1)) {
      String[] words = plugin.split(" ", -1);
      manifests.add(manifest(words[0], words[1], Set.of("add")));
    }

    assertThat(PluginCatalog.withCapability(manifests, "add"))
        .as("the plugins that can add, of %s", plugins)
        .extracting(PluginManifest::name)
        .isEqualTo(List.of(expected.split(" ", -1)));
  }

  @ParameterizedTest(name = "looking for {0}", quoteTextArguments = false)
  @ValueSource(strings = {"ad", "adds", "Add", "", "multiply"})
  @DisplayName("lookup: a capability is found letter for letter, or not at all")
  void findsLetterForLetter(String wanted) {
    List<PluginManifest> manifests =
        List.of(
            manifest("a", "1.0.0", Set.of("add", "subtract")), manifest("b", "1.0.0", Set.of()));

    assertThat(PluginCatalog.withCapability(manifests, wanted))
        .as("no plugin can \"%s\", one can \"add\"", wanted)
        .isEmpty();
    assertThat(PluginCatalog.withCapability(manifests, "add"))
        .as("the plugins that can \"add\"")
        .hasSize(1);
  }

  @ParameterizedTest(name = "the old process is done in time: {0}")
  @ValueSource(booleans = {true, false})
  @DisplayName("swap: new one up, calls to it, old one drained, old one down")
  void swapsInOrder(boolean drained) {
    Steps steps = new Steps("", drained);

    boolean answer = new HotSwap(LIMIT).perform(steps);

    assertThat(steps.done)
        .as("the steps of a swap in which all goes well")
        .containsExactly("startNew", "switchToNew", "drainOld", "endOld");
    assertThat(answer).as("what perform returns if drainOld says %s", drained).isEqualTo(drained);
    assertThat(steps.limits).as("the limit of the wait").containsExactly(LIMIT);
  }

  @ParameterizedTest(name = "{0} fails", quoteTextArguments = false)
  @ValueSource(strings = {"startNew", "switchToNew"})
  @DisplayName("swap: if the new process fails it is ended, and the old one serves on")
  void goesBack(String failing) {
    Steps steps = new Steps(failing, true);

    Throwable failure = catchThrowable(() -> new HotSwap(LIMIT).perform(steps));

    assertThat(steps.done)
        .as("%s failed: nothing else is tried, the new process is ended", failing)
        .isEqualTo(
            failing.equals("startNew")
                ? List.of("startNew", "endNew")
                : List.of("startNew", "switchToNew", "endNew"));
    assertThat(failure)
        .as("what perform throws if %s fails", failing)
        .isInstanceOf(SwapFailedException.class)
        .hasRootCauseMessage("no " + failing);
  }

  @Test
  @DisplayName("swap: a new process that cannot even be ended does not hide the first failure")
  void keepsTheFirstFailure() {
    Steps steps = new Steps("startNew endNew", true);

    Throwable failure = catchThrowable(() -> new HotSwap(LIMIT).perform(steps));

    assertThat(failure)
        .as("startNew fails, then endNew: the first is the cause")
        .isInstanceOf(SwapFailedException.class)
        .hasRootCauseMessage("no startNew");
    assertThat(failure.getSuppressed())
        .as("startNew fails, then endNew: the second is suppressed")
        .extracting(Throwable::getMessage)
        .containsExactly("no endNew");
  }

  @Test
  @DisplayName("swap: after the switch the old process is ended, even if the wait fails")
  void endsTheOldProcessInAnyCase() {
    Steps steps = new Steps("drainOld", true);

    Throwable failure = catchThrowable(() -> new HotSwap(LIMIT).perform(steps));

    assertThat(steps.done)
        .as("drainOld failed after the switch: there is no way back")
        .containsExactly("startNew", "switchToNew", "drainOld", "endOld");
    assertThat(failure)
        .as("the failure of the wait reaches the caller as it is")
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("no drainOld");
  }

  /// Reads `a:b,c b c`: a depends on b and c. The map keeps that order.
  private static Map<String, Set<String>> dependencies(String plugins) {
    Map<String, Set<String>> dependencies = new LinkedHashMap<>();
    for (String plugin : plugins.split(" ", -1)) {
      int colon = plugin.indexOf(':');
      dependencies.put(
          colon < 0 ? plugin : plugin.substring(0, colon),
          colon < 0 ? Set.of() : Set.of(plugin.substring(colon + 1).split(",", -1)));
    }
    return Collections.unmodifiableMap(dependencies);
  }

  private static Map<String, Set<String>> randomDependencies(Random random) {
    List<String> names = new ArrayList<>(Arrays.asList("abcdefghij".split("")));
    Collections.shuffle(names, random);
    Map<String, Set<String>> dependencies = new LinkedHashMap<>();
    for (String name : names.subList(0, random.nextInt(1, names.size()))) {
      Set<String> needed = new HashSet<>(dependencies.keySet());
      needed.removeIf(other -> random.nextInt(3) > 0);
      dependencies.put(name, needed);
    }
    return shuffled(dependencies, random);
  }

  private static Map<String, Set<String>> shuffled(
      Map<String, Set<String>> dependencies, Random random) {
    List<String> names = new ArrayList<>(dependencies.keySet());
    Collections.shuffle(names, random);
    Map<String, Set<String>> other = new LinkedHashMap<>();
    for (String name : names) {
      other.put(name, dependencies.getOrDefault(name, Set.of()));
    }
    return other;
  }

  private static PluginManifest manifest(String name, String version, Set<String> capabilities) {
    return new PluginManifest(
        Path.of(name, PluginManifest.FILE_NAME),
        name,
        "calculator",
        SemanticVersion.parse(version).orElseThrow(),
        "",
        capabilities,
        List.of("java"),
        Set.of());
  }

  /// Notes what is done; those steps fail that stand in `failing`.
  private static final class Steps implements SwapSteps {
    private final List<String> done = new ArrayList<>();
    private final List<Duration> limits = new ArrayList<>();
    private final List<String> failing;
    private final boolean drained;

    Steps(String failing, boolean drained) {
      this.failing = List.of(failing.split(" ", -1));
      this.drained = drained;
    }

    private void step(String name) {
      done.add(name);
      if (failing.contains(name)) {
        throw new IllegalStateException("no " + name);
      }
    }

    @Override
    public void startNew() {
      step("startNew");
    }

    @Override
    public void switchToNew() {
      step("switchToNew");
    }

    @Override
    public boolean drainOld(Duration limit) {
      limits.add(limit);
      step("drainOld");
      return drained;
    }

    @Override
    public void endOld() {
      step("endOld");
    }

    @Override
    public void endNew() {
      step("endNew");
    }
  }
}

package extensions;

import basics.CalculatorClient;
import basics.CalculatorService;
import contract.MemoryRegister;
import contract.ScientificCalculator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import lifecycle.PluginSet;
import lifecycle.ServiceSet;

/// The calculator's protocol in its two versions, for hosts and for plugins (go-plugin:
/// `VersionedPlugins`).
///
/// | version | services | what it has |
/// |---|---|---|
/// | 1 | `course.calculator.v1.Calculator` | the four basic operations |
/// | 2 | those of 1, `course.scientific.v1.Scientific`, `course.memory.v1.Memory` | three more operations, a memory, errors with details |
///
/// A version adds services and leaves the old ones alone, so hosts and plugins may be updated in
/// any order. A host dispenses [#CALCULATOR] as a [ScientificCalculator] whatever version was
/// agreed on.
public final class CalculatorVersions {
  /// The name of the [ScientificCalculator].
  public static final String CALCULATOR = "calculator";

  /// The name of the [MemoryRegister]; only in version 2.
  public static final String MEMORY = "memory";

  private CalculatorVersions() {}

  /// What a host can use, by version. In version 1 the three new operations throw
  /// [contract.OperationNotSupportedException], and there is no [#MEMORY].
  public static Map<Integer, PluginSet> ofHost() {
    PluginSet first =
        PluginSet.of(
            CALCULATOR,
            ScientificCalculator.class,
            context -> new PlainOnlyCalculator(new CalculatorClient(context.channel())));
    PluginSet second =
        PluginSet.of(
                CALCULATOR,
                ScientificCalculator.class,
                context -> new ScientificClient(context.channel()))
            .and(MEMORY, MemoryRegister.class, context -> new MemoryClient(context.channel()));
    return new TreeMap<>(Map.of(1, first, 2, second));
  }

  /// What a plugin offers, by version. To a host of version 1 it is a plugin of version 1.
  ///
  /// @param calculator makes the calculator; called once
  /// @param memory makes the memory; called once, and only if version 2 is agreed on
  public static Map<Integer, ServiceSet> ofPlugin(
      Supplier<? extends ScientificCalculator> calculator,
      Supplier<? extends MemoryRegister> memory) {
    ServiceSet first = ServiceSet.of(CALCULATOR, () -> new CalculatorService(calculator.get()));
    return new TreeMap<>(Map.of(1, first, 2, second(calculator, memory)));
  }

  /// What a plugin offers, by version, without a memory: a host that asks for it is told that the
  /// operation is not supported. Such a plugin keeps nothing, so it can be swapped in use.
  ///
  /// @param calculator makes the calculator; called once
  public static Map<Integer, ServiceSet> ofPlugin(
      Supplier<? extends ScientificCalculator> calculator) {
    ServiceSet first = ServiceSet.of(CALCULATOR, () -> new CalculatorService(calculator.get()));
    return new TreeMap<>(Map.of(1, first, 2, scientific(calculator)));
  }

  private static ServiceSet second(
      Supplier<? extends ScientificCalculator> calculator,
      Supplier<? extends MemoryRegister> memory) {
    return scientific(calculator).and(MEMORY, () -> new MemoryService(memory.get()));
  }

  /// Both services must ask one calculator: they share its state.
  private static ServiceSet scientific(Supplier<? extends ScientificCalculator> calculator) {
    Once<ScientificCalculator> shared = new Once<>(calculator);
    return ServiceSet.of(CALCULATOR, () -> new CalculatorService(shared.get(), ErrorToStatus::map))
        .and("scientific", () -> new ScientificService(shared.get()));
  }
}

package scenes;

import course.ExerciseNotDone;
import demo.Screen;
import extensions.PluginManifest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import lifecycle.ClientConfig;
import lifecycle.ProcessRunner;
import lifecycle.RunnerFactory;
import security.SandboxSupport;
import security.SignedPlugins;

/// Defences that this host goes without, and says so once: as long as their exercise is open, or on
/// a machine that has no sandbox. No other host would: who asks for a defence and cannot have it
/// does not start.
public final class Defence {
  private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

  private Defence() {}

  /// Plugins that were signed alone, after exercise 4.2.
  public static Function<PluginManifest, ClientConfig> orUnsigned(
      SignedPlugins signed, Function<PluginManifest, ClientConfig> configs) {
    Function<PluginManifest, ClientConfig> guarded = signed.only(configs);
    return manifest -> {
      try {
        return guarded.apply(manifest);
      } catch (ExerciseNotDone e) {
        tell(e);
        return configs.apply(manifest);
      }
    };
  }

  /// A sandbox for each plugin, after exercise 4.4.
  public static RunnerFactory orPlainProcess(RunnerFactory sandbox) {
    return (plan, sockets) -> {
      try {
        return sandbox.launch(plan, sockets);
      } catch (ExerciseNotDone e) {
        tell(e);
        return ProcessRunner.start(plan);
      }
    };
  }

  /// Says once if this machine can make no sandbox, and how to get one.
  public static void tell(SandboxSupport support) {
    if (!(support instanceof SandboxSupport.Works) && TOLD.add("sandbox")) {
      Screen.say("host", "plugins run WITHOUT a sandbox: " + support.text());
    }
  }

  private static void tell(ExerciseNotDone open) {
    if (TOLD.add(open.exercise())) {
      Screen.tell(open);
    }
  }
}

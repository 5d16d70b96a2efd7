package security;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How one plugin's memory and processes are limited.
///
/// @param group limits all its processes together; empty if there is none
/// @param inside what sets limits for each process by itself, from within the sandbox; may be empty
/// @param fact for a person
record SandboxLimits(Optional<ControlGroup> group, List<String> inside, String fact) {
  private static final Logger LOG = LoggerFactory.getLogger(SandboxLimits.class);

  static SandboxLimits of(Permissions permissions, ControlGroups groups) {
    Map<String, Long> limits = new LinkedHashMap<>();
    permissions.memoryBytes().ifPresent(bytes -> limits.put("memory", bytes));
    permissions.processes().ifPresent(count -> limits.put("pids", (long) count));
    if (limits.isEmpty()) {
      return new SandboxLimits(Optional.empty(), List.of(), "limits: none are set");
    }
    try {
      ControlGroup group = groups.create(limits);
      return new SandboxLimits(
          Optional.of(group), List.of(), "limits: %s, by a control group".formatted(limits));
    } catch (IOException e) {
      LOG.warn(
          """
          no control group can be made ({}). Each process of the plugin is limited by itself:
          all together may take more memory, and the number of processes is not limited
          if this host runs as root.""",
          e.toString());
      return ofEachProcess(permissions, limits);
    }
  }

  /// Set within the sandbox: outside it, the processes of the host's user would count, too.
  ///
  /// Data, not addresses: a JVM reserves far more addresses than it ever uses.
  private static SandboxLimits ofEachProcess(Permissions permissions, Map<String, Long> limits) {
    List<String> inside = new ArrayList<>(List.of("prlimit"));
    permissions.memoryBytes().ifPresent(bytes -> inside.add("--data=" + bytes));
    permissions.processes().ifPresent(count -> inside.add("--nproc=" + count));
    return new SandboxLimits(
        Optional.empty(), inside, "limits: %s, each process by itself".formatted(limits));
  }
}

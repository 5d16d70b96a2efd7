package security;

import course.Exercise;
import course.ExerciseNotDone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lifecycle.LaunchPlan;
import lifecycle.LaunchedRunner;
import lifecycle.ProcessRunner;
import lifecycle.RunnerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs plugins in a sandbox made of their permissions, by bubblewrap. For `ClientConfig.runner`.
///
/// | of the machine | a plugin has |
/// |---|---|
/// | network | none, unless `network` is granted; then the host's, all of it |
/// | files | read-only: the system's programs and libraries, its JDK, its folder, what is granted by `read`; writable: what is granted by `write`, the folder of its sockets, a small `/tmp` of its own |
/// | processes | only its own; all of them end with it, and with the host |
/// | environment | the protocol's and the host's settings for it; of the host's own, [#HARMLESS] |
/// | memory, processes | `memory` and `processes` of its permissions, by a control group (v1 or v2) |
/// | log | so many bytes a second: one that writes more has to wait |
///
/// Where no control group can be made, each process by itself is limited instead (`prlimit`): a
/// weaker limit, and a warning says so. The process limit then does not hold for a host that runs
/// as root.
///
/// Who grants `network` grants all of it: bubblewrap knows no hosts. The permission `hosts` is held
/// at the boundary ([PermissionGate]) and by who connects (such as [extensions.JdkWebFetcher]).
///
/// A plugin must listen on a Unix socket: without a network the host cannot reach its ports.
///
/// The process that the host sees is bubblewrap's; SIGTERM goes to the plugin itself, and its exit
/// code comes back. Safe for use by many threads; one sandbox may start many plugins.
public final class Sandbox implements RunnerFactory {
  /// Variables of the host's own environment that plugins get.
  public static final Set<String> HARMLESS = Set.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ");

  private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

  private final Permissions permissions;
  private final List<Path> reading;
  private final Set<String> variables;
  private final SandboxFallback fallback;
  private final int logBytesPerSecond;
  private final ControlGroups groups;
  private final SandboxSupport support;

  private Sandbox(Builder builder) {
    this.permissions = builder.permissions;
    this.reading = List.copyOf(builder.reading);
    this.variables = Set.copyOf(builder.variables);
    this.fallback = builder.fallback;
    this.logBytesPerSecond = builder.logBytesPerSecond;
    this.groups = builder.groups;
    this.support = Bubblewrap.probe(builder.path);
  }

  /// A builder of a sandbox for plugins with those permissions.
  ///
  /// @param permissions what counts of them, as [PermissionReview#effective] tells
  public static Builder builder(Permissions permissions) {
    return new Builder(permissions);
  }

  /// Whether this machine can make sandboxes; by a trial run when this object was made.
  public SandboxSupport support() {
    return support;
  }

  /// Starts the plugin in a sandbox.
  ///
  /// @throws IOException if there can be none and the host does without such plugins, or something
  ///   is missing that the plugin should see
  @Override
  public LaunchedRunner launch(LaunchPlan plan, Path socketDirectory) throws IOException {
    LaunchPlan scrubbed =
        new LaunchPlan(plan.command(), environment(plan), plan.workingDirectory());
    if (support instanceof SandboxSupport.Works works) {
      SandboxPlan sandbox = new SandboxPlan(works, permissions, scrubbed, reading, socketDirectory);
      // Last, as it makes a group that someone has to remove.
      SandboxLimits limits = SandboxLimits.of(permissions, groups);
      return SandboxedProcess.start(sandbox, limits, scrubbed.environment(), logBytesPerSecond);
    }
    return switch (fallback) {
      case REFUSE ->
          throw new IOException(
              "no sandbox, so the plugin is not started:\n%s\nOr choose SandboxFallback.%s."
                  .formatted(support.text(), SandboxFallback.PLAIN_PROCESS));
      case PLAIN_PROCESS -> {
        LOG.warn("a plugin runs WITHOUT a sandbox: {}\n{}", plan.command(), support.text());
        yield ProcessRunner.start(scrubbed);
      }
    };
  }

  /// The plugin's environment, scrubbed.
  ///
  /// Exercise 4.4. The plan has the host's whole environment, and over it what the host says of
  /// this plugin alone. A host's environment is full of secrets, such as passwords of its build. So
  /// a variable passes only if
  /// - the host does not have it, or has it with another value: it is meant for this plugin;
  /// - or its name begins with `PLUGIN_`: it is the protocol's;
  /// - or it is on the list ([#variables]).
  ///
  /// @return name and value of those that pass; the plan stays as it is
  @Exercise("4.4")
  private Map<String, String> environment(LaunchPlan plan) {
    throw new ExerciseNotDone("4.4");
  }

  /// Makes a [Sandbox]. Not safe for use by many threads.
  public static final class Builder {
    private final Permissions permissions;
    private final List<Path> reading = new ArrayList<>();
    private final Set<String> variables = new HashSet<>(HARMLESS);
    private SandboxFallback fallback = SandboxFallback.REFUSE;
    private int logBytesPerSecond = 4 << 20;
    private ControlGroups groups = ControlGroups.ofThisProcess();
    private String path = String.valueOf(System.getenv().getOrDefault("PATH", ""));

    private Builder(Permissions permissions) {
      this.permissions = permissions;
    }

    /// Lets plugins read those files and folders, too: libraries outside their folders, for one. A
    /// manifest cannot ask for that, and its command opens nothing.
    public Builder reading(Collection<Path> paths) {
      reading.addAll(paths);
      return this;
    }

    /// Lets plugins have those variables of the host's own environment, too. The magic cookie must
    /// be among them if the host has it in its own.
    public Builder passing(String... names) {
      variables.addAll(List.of(names));
      return this;
    }

    /// What to do where no sandbox can be made. Default: [SandboxFallback#REFUSE].
    public Builder fallback(SandboxFallback choice) {
      fallback = choice;
      return this;
    }

    /// How many bytes a second a plugin's process may write to stdout and to stderr, each. Default:
    /// 4 MiB. What it sends over its connection while it serves (`ClientConfig.syncStderr`) is not
    /// counted: the connection's own flow control holds it to what the host takes.
    ///
    /// @throws IllegalArgumentException if it is less than 1,024
    public Builder logBytesPerSecond(int bytes) {
      if (bytes < 1024) {
        throw new IllegalArgumentException("logBytesPerSecond < 1024: " + bytes);
      }
      logBytesPerSecond = bytes;
      return this;
    }

    /// Where to look for bubblewrap. Default: the host's `PATH`.
    Builder path(String folders) {
      path = folders;
      return this;
    }

    /// Where control groups are. Default: those of this process.
    Builder controlGroups(ControlGroups where) {
      groups = where;
      return this;
    }

    /// The sandbox, after a trial run of bubblewrap.
    public Sandbox build() {
      return new Sandbox(this);
    }
  }
}

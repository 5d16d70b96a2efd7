package gateway.front;

import basics.MagicCookie;
import extensions.PluginCatalog;
import extensions.PluginManifest;
import gateway.RequestHead;
import gateway.Verdict;
import gateway.wire.GateClient;
import io.grpc.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lifecycle.ClientConfig;
import lifecycle.DispenseContext;
import lifecycle.HandshakeConfig;
import lifecycle.PluginSet;
import monitoring.Supervisor;
import tools.jackson.databind.json.JsonMapper;

/// How this host uses its plugins.
public final class StepPlugins {
  /// What hosts and plugins of the gateway agree on.
  public static final HandshakeConfig HANDSHAKE =
      new HandshakeConfig(1, new MagicCookie("COURSE_PLUGIN", "gateway"));

  private static final Duration START_LIMIT = Duration.ofMinutes(1);

  private StepPlugins() {}

  /// A supervisor of those plugins; none is started yet.
  public static Supervisor supervise(List<PluginManifest> manifests) {
    return Supervisor.builder(PluginCatalog.of(manifests), StepPlugins::config)
        .registry(registry -> registry.probe(StepPlugins::firstCall))
        .open();
  }

  private static ClientConfig config(PluginManifest manifest) {
    return manifest
        .config(HANDSHAKE)
        .plugins(PluginSet.of("channel", Channel.class, DispenseContext::channel))
        .startTimeout(START_LIMIT)
        .build();
  }

  /// A new process decides once before it gets requests: it is warm then, and does answer.
  private static void firstCall(PluginManifest manifest, Channel channel) {
    if (manifest.kind().equals("gate")) {
      RequestHead probe = new RequestHead("GET", "/", Map.of());
      Verdict ignored = new GateClient(channel, START_LIMIT).check(probe);
    }
  }

  /// Writes a step's manifest with the command that starts it on this machine, and reads it back. A
  /// supervisor looks at the file when a plugin does not start: it must be the one in use.
  ///
  /// @param template the manifest as it is shipped
  /// @param command the whole command, settings included
  /// @param folder where to write it; made if it is not there
  public static PluginManifest install(PluginManifest template, List<String> command, Path folder)
      throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", template.name());
    fields.put("kind", template.kind());
    fields.put("version", template.version().toString());
    fields.put("description", template.description());
    fields.put("capabilities", template.capabilities());
    fields.put("command", command);
    Path file = Files.createDirectories(folder).resolve(PluginManifest.FILE_NAME);
    // JSON is YAML, too.
    Files.writeString(file, new JsonMapper().writeValueAsString(fields));
    return PluginManifest.read(file);
  }
}

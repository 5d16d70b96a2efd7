package scenes;

import basics.MagicCookie;
import contract.PrimeCounter;
import demo.WeatherStation;
import extensions.BrokerConnector;
import extensions.BrokerGuard;
import extensions.ConfiguredPlugins;
import extensions.GrpcBroker;
import extensions.PluginConfig;
import extensions.PluginManifest;
import extensions.PrimeCounterClient;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lifecycle.ClientConfig;
import lifecycle.DispenseContext;
import lifecycle.HandshakeConfig;
import lifecycle.PluginSet;
import lifecycle.RunnerFactory;
import monitoring.HostTracing;
import org.slf4j.LoggerFactory;
import security.AutoMtls;
import security.DenialListener;
import security.GuardedField;
import security.PermissionGate;
import security.PermissionReview;
import security.Permissions;
import security.Sandbox;
import security.SandboxFallback;
import security.SecretHandover;
import security.SecretVault;

/// What this host puts around a plugin: permissions, TLS, a sandbox, secrets, traces.
///
/// @param config the host's word on what each plugin may do
/// @param station what the network plugin may ask besides
/// @param denials are told of each denial
/// @param vault has the plugins' secrets
/// @param tracing has the host's and the plugins' spans
/// @param gates the plugins' gates by name: one for all processes of a plugin
public record Guards(
    PluginConfig config,
    WeatherStation station,
    DenialListener denials,
    SecretVault vault,
    HostTracing tracing,
    Map<String, PermissionGate> gates) {
  /// Where paths and hosts stand in what the plugins are asked.
  private static final List<GuardedField> FIELDS =
      List.of(
          GuardedField.read("course.files.v1.Files/Read", "path"),
          GuardedField.read("course.files.v1.Files/ReadAt", "path"),
          GuardedField.read("course.files.v1.Files/List", "directory"),
          GuardedField.write("course.files.v1.Files/Write", "path"),
          GuardedField.write("course.files.v1.Files/Delete", "path"),
          GuardedField.host("course.web.v1.Web/Fetch", "url"));

  private static final Duration START_LIMIT = Duration.ofMinutes(1);

  /// Guards that have opened no gate yet.
  public Guards(
      PluginConfig config,
      WeatherStation station,
      DenialListener denials,
      SecretVault vault,
      HostTracing tracing) {
    this(config, station, denials, vault, tracing, new ConcurrentHashMap<>());
  }

  /// One defence a line.
  public ClientConfig around(PluginManifest manifest) {
    PermissionReview review = review(manifest);
    PermissionGate gate = gate(review);
    BrokerGuard callbacks = gate.brokerGuard().and(tracing.brokerGuard(manifest.name()));
    return told(manifest)
        .config(new HandshakeConfig(1, new MagicCookie("COURSE_PLUGIN", "security")))
        .plugins(dispensed(manifest.name()))
        .security(AutoMtls.host())
        .runner(sandbox(review))
        .dialer(gate.dialer())
        .connector(BrokerConnector.direct(callbacks))
        .stderrLines(tracing.spansOf(manifest.name()))
        .logger(LoggerFactory.getLogger("plugin." + manifest.name()))
        .startTimeout(START_LIMIT)
        .build();
  }

  private PluginSet dispensed(String plugin) {
    return PluginSet.of("channel", Channel.class, DispenseContext::channel)
        .and("secrets", SecretHandover.class, context -> vault.handover(plugin, context))
        .and("primes", PrimeCounter.class, context -> primes(plugin, context));
  }

  private PrimeCounter primes(String plugin, DispenseContext context) {
    Channel traced = ClientInterceptors.intercept(context.channel(), tracing.interceptor(plugin));
    return new PrimeCounterClient(traced, GrpcBroker.of(context));
  }

  /// What the plugin asks for beside what this host grants it.
  public PermissionReview review(PluginManifest manifest) {
    return new PermissionReview(
        manifest.name(),
        Permissions.declared(manifest),
        Permissions.granted(config, manifest.name()));
  }

  private PermissionGate gate(PermissionReview review) {
    return gates.computeIfAbsent(
        review.plugin(), name -> PermissionGate.of(review, FIELDS, denials));
  }

  private RunnerFactory sandbox(PermissionReview review) {
    Sandbox sandbox =
        Sandbox.builder(review.effective()).fallback(SandboxFallback.PLAIN_PROCESS).build();
    Defence.tell(sandbox.support());
    return Defence.orPlainProcess(sandbox);
  }

  /// The plugin as it was signed, with the settings of this host as its last arguments.
  private PluginManifest told(PluginManifest manifest) {
    String name = manifest.name();
    return station.admitTo(
        ConfiguredPlugins.configured(manifest, name, config.plugin(name).orElseThrow()));
  }
}

//JAVA 25+
//SOURCES GatewayDependencies.java
//SOURCES ../../01-basics/basics/*.java
//SOURCES ../../02-lifecycle/lifecycle/*.java
//SOURCES ../../03-extensions/extensions/PluginArguments.java
//SOURCES ../../04-security-monitoring/security/CallRate.java
//SOURCES ../../04-security-monitoring/security/TokenBucket.java
//SOURCES gateway/*.java
//SOURCES gateway/wire/*.java
//SOURCES gateway/steps/*.java

import basics.Logging;
import basics.MagicCookie;
import extensions.PluginArguments;
import gateway.steps.BucketGate;
import gateway.steps.LogFile;
import gateway.steps.RequestMeters;
import gateway.steps.TokenGate;
import gateway.steps.TokenKey;
import gateway.wire.GateService;
import gateway.wire.MetricsPageService;
import gateway.wire.ObserverService;
import java.time.Clock;
import lifecycle.HandshakeConfig;
import lifecycle.PluginServer;
import lifecycle.ServeConfig;
import lifecycle.ServiceSet;
import security.CallRate;

/// The plugins of the gateway. The first argument says which one this process is: `auth`,
/// `rate-limit`, `access-log` or `metrics`; the others are its settings.
void main(String[] args) throws IOException {
  // Before a library logs its first line: stdout belongs to the handshake line.
  Logging.toStderr();
  PluginArguments settings = PluginArguments.of(args);
  switch (args.length == 0 ? "" : args[0]) {
    case "auth" -> serve(auth(settings));
    case "rate-limit" -> serve(rateLimit(settings));
    case "access-log" -> serve(accessLog(settings));
    case "metrics" -> serve(metrics());
    default -> {
      System.err.println(
          "Which plugin? The first argument is auth, rate-limit, access-log or metrics.");
      System.exit(1);
    }
  }
}

void serve(ServiceSet services) {
  HandshakeConfig handshake = new HandshakeConfig(1, new MagicCookie("COURSE_PLUGIN", "gateway"));
  PluginServer.serve(ServeConfig.of(handshake, services));
}

ServiceSet auth(PluginArguments settings) throws IOException {
  TokenKey key =
      TokenKey.read(
          settings.text("algorithm").orElse("EdDSA"), Path.of(needed(settings, "key_file")));
  TokenGate gate =
      new TokenGate(
          key, needed(settings, "issuer"), needed(settings, "audience"), Clock.systemUTC());
  return ServiceSet.of("gate", () -> new GateService(gate));
}

ServiceSet rateLimit(PluginArguments settings) {
  CallRate rate = CallRate.parse(needed(settings, "rate"));
  return ServiceSet.of("gate", () -> new GateService(new BucketGate(rate, System::nanoTime)));
}

ServiceSet accessLog(PluginArguments settings) {
  Path file = Path.of(needed(settings, "file"));
  return ServiceSet.of("observer", () -> new ObserverService(new LogFile(file)));
}

ServiceSet metrics() {
  RequestMeters meters = new RequestMeters();
  return ServiceSet.of("observer", () -> new ObserverService(meters))
      .and("page", () -> new MetricsPageService(meters));
}

String needed(PluginArguments settings, String key) {
  return settings
      .text(key)
      .orElseThrow(
          () -> new IllegalArgumentException("the argument %s= is missing".formatted(key)));
}

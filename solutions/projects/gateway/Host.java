//JAVA 25+
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED
//SOURCES GatewayDependencies.java
//SOURCES ../../01-basics/basics/*.java
//SOURCES ../../02-lifecycle/lifecycle/*.java
//SOURCES ../../03-extensions/extensions/*.java
//SOURCES ../../04-security-monitoring/monitoring/*.java
//SOURCES gateway/*.java
//SOURCES gateway/wire/*.java
//SOURCES gateway/front/*.java
//SOURCES gateway/demo/*.java

import basics.Logging;
import basics.PluginProgram;
import course.LessonFolder;
import extensions.PluginManifest;
import extensions.SwapReport;
import gateway.StepUnavailableException;
import gateway.demo.ServerBehind;
import gateway.demo.TokenIssuer;
import gateway.demo.Visitors;
import gateway.demo.Visitors.Phase;
import gateway.front.GateRule;
import gateway.front.Gateway;
import gateway.front.StepPlugins;
import gateway.wire.MetricsPageClient;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import monitoring.LoopbackServer;
import monitoring.Reply;
import monitoring.Supervisor;
import org.slf4j.event.Level;

static final Duration LIMIT = Duration.ofMinutes(2);
static final Duration LOAD = Duration.ofSeconds(1);

/// The host of the gateway: lets requests in, swaps the token bucket under load, and shows what
/// becomes of requests while a step is gone. With `stay` it keeps the gateway open until Enter.
void main(String[] args) throws IOException, InterruptedException {
  Logging.to("System.out", Level.ERROR, "log    | %level %message%n");
  Path folder = LessonFolder.find();
  Path data = Files.createDirectories(folder.resolve(".build/data"));
  Path log = data.resolve("access.jsonl");
  Files.deleteIfExists(log);
  TokenIssuer issuer = new TokenIssuer();
  issuer.publish(data.resolve("issuer.pub"));
  List<String> program = PluginProgram.compile(folder.resolve("Plugin.java")).command();
  List<PluginManifest> steps =
      List.of(
          step(folder, "plugins/auth", program, "key_file=" + data.resolve("issuer.pub")),
          step(folder, "plugins/rate-limit", program),
          step(folder, "plugins/access-log", program, "file=" + log),
          step(folder, "plugins/metrics", program));
  try (ServerBehind behind = ServerBehind.open();
      Supervisor plugins = StepPlugins.supervise(steps)) {
    start(plugins);
    try (Gateway gateway =
        Gateway.open(
            0,
            behind.address(),
            List.of(GateRule.AUTHENTICATION, GateRule.RATE_LIMIT),
            List.of("access-log", "metrics"),
            plugins)) {
      if (List.of(args).contains("stay")) {
        stay(gateway, plugins, issuer);
        return;
      }
      whoGetsIn(gateway, issuer);
      swap(gateway, plugins, behind, issuer, step(folder, "next/rate-limit", program));
      gone(gateway, plugins, issuer);
    }
    observed(plugins, log);
  }
}

/// A step, ready to be started here; the program is compiled once for all.
PluginManifest step(Path folder, String place, List<String> program, String... settings)
    throws IOException {
  PluginManifest template =
      PluginManifest.read(folder.resolve(place).resolve(PluginManifest.FILE_NAME));
  List<String> command = new ArrayList<>(program);
  command.addAll(template.command().subList(1, template.command().size()));
  command.addAll(List.of(settings));
  return StepPlugins.install(template, command, folder.resolve(".build").resolve(place));
}

void start(Supervisor plugins) {
  title("Start");
  plugins.registry().startAll(LIMIT);
  for (PluginManifest plugin : plugins.registry().catalog().plugins()) {
    say(plugin.label() + ": " + plugin.description());
  }
}

void whoGetsIn(Gateway gateway, TokenIssuer issuer) throws IOException, InterruptedException {
  title("Who gets in");
  String good = issuer.issue("ada", LIMIT);
  say("no token       " + visit(gateway, ""));
  say("another's key  " + visit(gateway, new TokenIssuer().issue("ada", LIMIT)));
  say("expired        " + visit(gateway, issuer.issue("ada", LIMIT.negated())));
  say("alg: none      " + visit(gateway, TokenIssuer.unsigned(good)));
  say("a good token   " + visit(gateway, good));
}

String visit(Gateway gateway, String token) throws IOException, InterruptedException {
  HttpRequest.Builder request = HttpRequest.newBuilder(gateway.address().resolve("/hello"));
  if (!token.isEmpty()) {
    request.header("Authorization", "Bearer " + token);
  }
  try (HttpClient client = HttpClient.newHttpClient()) {
    var response = client.send(request.build(), BodyHandlers.ofString());
    return response.statusCode() + " " + response.body().strip();
  }
}

void swap(
    Gateway gateway,
    Supervisor plugins,
    ServerBehind behind,
    TokenIssuer issuer,
    PluginManifest next)
    throws InterruptedException {
  title("Swap the token bucket under load: from 5 to 50 requests a second");
  long earlier = behind.requests();
  Visitors visitors = Visitors.at(gateway.address(), issuer.issue("ada", LIMIT));
  try (visitors) {
    Thread.sleep(LOAD);
    visitors.enter(Phase.DURING);
    SwapReport report = plugins.registry().swap(next);
    visitors.enter(Phase.AFTER);
    Thread.sleep(LOAD);
    say("version %s gave way to %s".formatted(report.from(), report.to()));
  }
  long passed = 0;
  for (Phase phase : Phase.values()) {
    passed += visitors.tally(phase).passed();
    say("%-6s %s".formatted(phase.name().toLowerCase(Locale.ROOT), visitors.tally(phase)));
  }
  visitors.losses().forEach(loss -> say("lost: " + loss));
  long seen = behind.requests() - earlier;
  say("the server behind saw " + (seen == passed ? "each that passed, once" : seen + " of them"));
}

void gone(Gateway gateway, Supervisor plugins, TokenIssuer issuer)
    throws IOException, InterruptedException {
  title("When a step is gone");
  String token = issuer.issue("grace", LIMIT);
  for (String step : List.of("auth", "rate-limit", "access-log")) {
    plugins.quarantine(step, "for the demo");
    say("without %-11s %s".formatted(step, visit(gateway, token)));
    plugins.release(step);
    plugins.registry().plugin(step).awaitReady(LIMIT);
  }
  say("with all again      " + visit(gateway, token));
}

void observed(Supervisor plugins, Path log) throws IOException {
  title("What the observers have");
  List<String> lines = Files.readAllLines(log);
  say("access-log, the last line:");
  // A member a line: as it stands in the file it is wider than a terminal.
  lines.getLast().replace(",\"", ",\n \"").lines().forEach(line -> say("  " + line));
  metrics(plugins)
      .lines()
      .filter(line -> line.startsWith("gateway_requests_seconds_count"))
      .forEach(line -> say("metrics: " + line));
}

String metrics(Supervisor plugins) {
  return plugins.client("metrics", channel -> new MetricsPageClient(channel, LIMIT)).text();
}

void stay(Gateway gateway, Supervisor plugins, TokenIssuer issuer) throws IOException {
  title("The gateway is open; press Enter to end");
  try (LoopbackServer page = LoopbackServer.open(0, Map.of("/metrics", () -> page(plugins)))) {
    say("TOKEN=" + issuer.issue("ada", Duration.ofHours(1)));
    say("curl -i -H \"Authorization: Bearer $TOKEN\" %s/hello".formatted(gateway.address()));
    say("curl %s/metrics".formatted(page.address()));
    int ignored = System.in.read();
  }
}

Reply page(Supervisor plugins) {
  try {
    return new Reply(200, "text/plain; version=0.0.4; charset=utf-8", metrics(plugins));
  } catch (StepUnavailableException e) {
    return Reply.text(503, "the metrics are gone for the moment");
  }
}

void title(String text) {
  IO.println("%n%s".formatted(text));
}

void say(String text) {
  IO.println("host   | " + text);
}

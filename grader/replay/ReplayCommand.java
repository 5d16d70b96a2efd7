package replay;

import basics.HandshakeLine;
import basics.Logging;
import basics.MagicCookie;
import basics.PluginException;
import basics.PluginProgram;
import basics.TraceFile;
import com.google.protobuf.Descriptors.FileDescriptor;
import course.bulk.v1.BulkProto;
import course.calculator.v1.CalculatorProto;
import course.files.v1.FilesProto;
import course.host.v1.HostServicesProto;
import course.memory.v1.MemoryProto;
import course.primes.v1.PrimesProto;
import course.scientific.v1.ScientificProto;
import course.web.v1.WebProto;
import io.grpc.Channel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import lifecycle.ClientConfig;
import lifecycle.DispenseContext;
import lifecycle.HandshakeConfig;
import lifecycle.PluginClient;
import lifecycle.PluginSet;
import lifecycle.ReplayReport;
import lifecycle.Trace;
import lifecycle.TraceEvent;
import lifecycle.TraceKind;
import lifecycle.TraceReader;
import lifecycle.TraceReplay;
import org.slf4j.event.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `replay`: starts a plugin, makes the calls of a trace again, and shows what comes out
/// differently.
@Command(
    name = "replay",
    description = "Makes the calls of a recorded trace again, against a freshly started plugin.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all as recorded", "1:a difference", "2:wrong usage, or no replay"},
    footerHeading = "%nFor example, lesson 2's host is recorded, and your plugin gets its calls:%n",
    footer = {
      "  " + TraceFile.PAYLOADS_VARIABLE + "=65536 make trace LESSON=2",
      "  ./jbang replay .course/traces/lesson-2.jsonl \\",
      "      --script lessons/02-lifecycle/Plugin.java"
    })
public final class ReplayCommand implements Callable<Integer> {
  private static final int DIFFERENT = 1;
  private static final int UNUSABLE = 2;
  private static final List<FileDescriptor> CONTRACTS =
      List.of(
          BulkProto.getDescriptor(),
          CalculatorProto.getDescriptor(),
          FilesProto.getDescriptor(),
          HostServicesProto.getDescriptor(),
          MemoryProto.getDescriptor(),
          PrimesProto.getDescriptor(),
          ScientificProto.getDescriptor(),
          WebProto.getDescriptor());

  @Spec
  @SuppressWarnings("NullAway.Init") // Picocli sets it before it calls.
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "TRACE", description = "The trace's file.")
  private Path file = Path.of("");

  @Parameters(
      index = "1..*",
      paramLabel = "COMMAND",
      description = "The plugin's command and its arguments, after --.")
  private List<String> command = List.of();

  @Option(
      names = "--script",
      paramLabel = "FILE",
      description = "A plugin written as a Java script, such as lessons/01-basics/Plugin.java.")
  private Path script = Path.of("");

  @Option(
      names = "--mask",
      paramLabel = "NAME",
      split = ",",
      description =
          "What is not compared: a field's name (uptime_millis), a trailer's, description.")
  private Set<String> masked = new HashSet<>();

  @Option(
      names = "--cookie",
      paramLabel = "KEY=VALUE",
      description = "The magic cookie. Default: ${DEFAULT-VALUE}.")
  private String cookie = "COURSE_PLUGIN=calculator";

  /// Made by picocli.
  public ReplayCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    Logging.to("System.err", Level.WARN, "log    | %level %message%n");
    PrintWriter err = spec.commandLine().getErr();
    try {
      List<TraceEvent> events = TraceReader.read(file);
      TraceReplay replay = TraceReplay.of(events).describedBy(CONTRACTS).masking(masked);
      if (replay.calls().isEmpty()) {
        err.println(noCalls());
        return UNUSABLE;
      }
      ReplayReport report = run(replay, config(events));
      PrintWriter out = spec.commandLine().getOut();
      report.lines().forEach(out::println);
      if (!report.differences().isEmpty()) {
        out.println("What differs each time, such as a time, is left out by --mask NAME.");
      }
      return report.same() ? 0 : DIFFERENT;
    } catch (NoSuchFileException e) {
      // Its message is the path, and nothing else.
      err.println("no replay: there is no file " + e.getMessage());
      return UNUSABLE;
    } catch (IOException | PluginException | IllegalArgumentException e) {
      err.println("no replay: " + e.getMessage());
      return UNUSABLE;
    }
  }

  private String noCalls() {
    return """
    no replay: %s has no calls with their messages.
    Record it with %s=65536 (bytes of a call, in each direction).
    Messages may hold secrets: keep such a trace to yourself."""
        .formatted(file, TraceFile.PAYLOADS_VARIABLE);
  }

  private static ReplayReport run(TraceReplay replay, ClientConfig config)
      throws InterruptedException {
    try (PluginClient plugin = PluginClient.of(config)) {
      return replay.run(plugin.channel());
    }
  }

  private ClientConfig config(List<TraceEvent> events) throws IOException {
    int equals = cookie.indexOf('=');
    if (equals < 1) {
      throw new ParameterException(
          spec.commandLine(), "--cookie is '%s', expected KEY=VALUE".formatted(cookie));
    }
    MagicCookie magic = new MagicCookie(cookie.substring(0, equals), cookie.substring(equals + 1));
    return ClientConfig.builder(new HandshakeConfig(appVersion(events), magic), plugin())
        .plugins(PluginSet.of("any", Channel.class, DispenseContext::channel))
        .trace(Trace.NONE)
        .build();
  }

  private List<String> plugin() throws IOException {
    boolean scripted = !script.toString().isEmpty();
    if (scripted == !command.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "which plugin? Give --script FILE, or its command after --");
    }
    return scripted ? PluginProgram.compile(script).command() : command;
  }

  /// The version that the recorded plugin chose; 1 if the trace does not tell.
  private static int appVersion(List<TraceEvent> events) {
    return events.stream()
        .filter(event -> event.kind().equals(TraceKind.HANDSHAKE))
        .findFirst()
        .map(event -> HandshakeLine.unchecked(event.detail("line")).appVersion())
        .orElse(1);
  }
}

package conformance;

import java.io.IOException;
import java.util.List;

/// Multiplexing: whether the plugin does what field 7 says.
final class MuxChapter implements Chapter {
  private static final String RULE =
      "go-plugin: PLUGIN_MULTIPLEX_GRPC, handshake field 7. `true` means that the socket speaks"
          + " yamux and each of its streams HTTP/2.";

  private final Session session;

  MuxChapter(Subject subject) {
    session = new Session(subject, environment -> environment.put("PLUGIN_MULTIPLEX_GRPC", "true"));
  }

  @Override
  public List<Check> checks() {
    return List.of(
        new Check("mux-field", RULE, this::field), new Check("mux-yamux", RULE, this::yamux));
  }

  private Finding field() throws IOException, InterruptedException, UnusableException {
    RawLine line = session.line();
    if (line.size() < 7) {
      return Finding.skip("no field 7: it does not multiplex");
    }
    return switch (line.field(7)) {
      case "true" -> Finding.pass("true");
      case "false" -> Finding.pass("false: it says that it does not multiplex");
      default -> Finding.fail("found \"%s\", expected true or false", line.field(7));
    };
  }

  private Finding yamux() throws IOException, InterruptedException, UnusableException {
    if (!session.line().field(7).equals("true")) {
      return Finding.skip("it does not say that it multiplexes");
    }
    return switch (MuxProbe.of(session.address())) {
      case SILENT -> Finding.fail("no answer to a yamux ping: it does not multiplex");
      case PINGS_ONLY -> Finding.fail("yamux answers, its stream speaks no HTTP/2");
      case WORKS -> Finding.pass("yamux answers, and HTTP/2 in its first stream");
    };
  }

  @Override
  public void close() {
    session.close();
  }
}

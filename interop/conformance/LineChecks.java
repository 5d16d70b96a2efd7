package conformance;

import basics.PluginAddress;
import basics.PluginTransportException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lifecycle.ExitStatus;

/// The handshake line, field by field.
final class LineChecks {
  private final Subject subject;
  private final Session session;

  LineChecks(Subject subject, Session session) {
    this.subject = subject;
    this.session = session;
  }

  List<Check> checks() {
    return List.of(
        new Check(
            "line",
            "go-plugin: handshake line. The first line on stdout, flushed, before the host's"
                + " start timeout.",
            this::line),
        new Check(
            "line-fields",
            "go-plugin: handshake line. Six fields between `|`, seven if the host asked for"
                + " multiplexing; the sixth may be empty.",
            this::fields),
        new Check(
            "line-core", "go-plugin: handshake field 1. The core version is 1.", () -> is(1, "1")),
        new Check(
            "line-app",
            "go-plugin: handshake field 2. The app version is a decimal number.",
            this::appVersion),
        new Check(
            "line-network",
            "go-plugin: handshake field 3. The network is unix or tcp.",
            this::network),
        new Check(
            "line-address",
            "go-plugin: handshake field 4. The plugin listens there when the line is printed.",
            this::address),
        new Check(
            "line-protocol",
            "go-plugin: handshake field 5. `grpc`; a host of today refuses netrpc, which four"
                + " fields mean, too.",
            () -> is(5, "grpc")),
        new Check(
            "line-certificate",
            "go-plugin: handshake field 6. Empty if the host did not send PLUGIN_CLIENT_CERT.",
            () -> is(6, "")),
        new Check(
            "port-range",
            "go-plugin: PLUGIN_MIN_PORT, PLUGIN_MAX_PORT. A TCP port lies between the two.",
            this::portRange));
  }

  private Finding line() throws IOException, InterruptedException {
    Trial trial = session.trial();
    Optional<String> first = trial.stdout().firstLine(subject.timeout());
    if (first.isEmpty()) {
      return withoutLine(trial);
    }
    RawLine line = new RawLine(first.get());
    if (line.text().length() > RawLine.LONGEST) {
      return Finding.fail(
          "%,d characters; hosts read %,d at most", line.text().length(), RawLine.LONGEST);
    }
    return Finding.of(
        line.isOne(),
        line.isOne() ? "after %.1f s: %s" : "no handshake line after %.1f s but \"%s\"",
        trial.sinceStart().toMillis() / 1e3,
        line.text());
  }

  private Finding withoutLine(Trial trial) throws InterruptedException {
    OptionalInt code = trial.awaitExit(Duration.ofSeconds(1));
    String stdout = trial.stdout().text();
    String stderr = trial.stderr().text().strip();
    return Finding.fail(
        "%s; stdout: %s; stderr: %s",
        code.isPresent()
            ? "it ended without a line: " + new ExitStatus(code)
            : "no whole line within %d s".formatted(subject.timeout().toSeconds()),
        stdout.isEmpty() ? "nothing" : stdout,
        stderr.isEmpty() ? "nothing" : stderr);
  }

  private Finding fields() throws IOException, InterruptedException, UnusableException {
    int size = session.line().size();
    return switch (size) {
      case 6 -> Finding.pass("6 fields");
      case 7 ->
          session.line().field(7).isEmpty()
              ? Finding.pass("7 fields, the last one empty")
              : Finding.note("7 fields, though no one asked for multiplexing");
      case 4, 5 -> Finding.fail("%d fields: go-plugin's own plugins print 6", size);
      default -> Finding.fail("%d fields: %s", size, session.line().text());
    };
  }

  private Finding is(int field, String expected)
      throws IOException, InterruptedException, UnusableException {
    String found = session.line().field(field);
    if (found.equals(expected)) {
      return Finding.pass(expected.isEmpty() ? "empty" : expected);
    }
    return Finding.fail("found \"%s\", expected \"%s\"", found, expected);
  }

  private Finding appVersion() throws IOException, InterruptedException, UnusableException {
    String found = session.line().field(2);
    return found.matches("[0-9]{1,9}")
        ? Finding.pass(found)
        : Finding.fail("found \"%s\", expected a decimal number", found);
  }

  private Finding network() throws IOException, InterruptedException, UnusableException {
    String found = session.line().field(3);
    return found.equals("unix") || found.equals("tcp")
        ? Finding.pass(found)
        : Finding.fail("found \"%s\", expected unix or tcp", found);
  }

  private Finding address() throws IOException, InterruptedException, UnusableException {
    PluginAddress address = session.address();
    try {
      SocketAddress socket = address.socketAddress();
      try (SocketChannel channel =
          socket instanceof InetSocketAddress
              ? SocketChannel.open()
              : SocketChannel.open(StandardProtocolFamily.UNIX)) {
        channel.connect(socket);
        return Finding.pass("a connection is accepted");
      }
    } catch (IOException | PluginTransportException e) {
      return Finding.fail("%s: %s", String.valueOf(e.getMessage()), address);
    }
  }

  private Finding portRange() throws IOException, InterruptedException, UnusableException {
    PluginAddress address = session.address();
    if (!(address.socketAddress() instanceof InetSocketAddress tcp)) {
      return Finding.skip("it listens on a Unix socket");
    }
    return Finding.of(
        tcp.getPort() >= Subject.MIN_PORT && tcp.getPort() <= Subject.MAX_PORT,
        "port %d, asked for %d to %d",
        tcp.getPort(),
        Subject.MIN_PORT,
        Subject.MAX_PORT);
  }
}

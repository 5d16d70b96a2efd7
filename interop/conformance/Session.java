package conformance;

import basics.PluginAddress;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A plugin that several checks share: started, and connected to, when the first one asks.
final class Session implements AutoCloseable {
  private final Subject subject;
  private final Consumer<Map<String, String>> environment;
  private @Nullable Trial trial;
  private @Nullable Wire wire;
  private @Nullable RawLine line;

  /// @param environment changes what a host would give
  Session(Subject subject, Consumer<Map<String, String>> environment) {
    this.subject = subject;
    this.environment = environment;
  }

  Trial trial() throws IOException {
    Trial running = trial;
    if (running == null) {
      running = subject.start(environment);
      trial = running;
    }
    return running;
  }

  /// The plugin's line, if it is one at all; what is in its fields, no one has judged.
  ///
  /// @throws UnusableException if there is none in time
  RawLine line() throws IOException, InterruptedException, UnusableException {
    RawLine known = line;
    if (known == null) {
      known =
          trial()
              .stdout()
              .firstLine(subject.timeout())
              .map(RawLine::new)
              .filter(RawLine::isOne)
              .orElseThrow(() -> new UnusableException("no handshake line"));
      line = known;
    }
    return known;
  }

  /// Where the plugin listens.
  ///
  /// @throws UnusableException if its line does not say it
  PluginAddress address() throws IOException, InterruptedException, UnusableException {
    return line().address().orElseThrow(() -> new UnusableException("no address in the line"));
  }

  /// A plaintext connection with the plugin.
  ///
  /// @throws UnusableException if its line does not say where it listens
  Wire wire() throws IOException, InterruptedException, UnusableException {
    Wire open = wire;
    if (open == null) {
      open = Wire.plain(address());
      wire = open;
    }
    return open;
  }

  @Override
  public void close() {
    Wire open = wire;
    if (open != null) {
      open.close();
    }
    Trial running = trial;
    if (running != null) {
      running.close();
    }
  }
}

package monitoring;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// A page in the browser that shows a host's plugins live, with buttons to kill, restart and
/// release them.
///
/// | path | who | |
/// |---|---|---|
/// | `/` | all programs of this machine | the page; `/page.js`, `/page.css`, `/icon.svg` |
/// | `/status` | all | states, restarts, calls, latency, processes, in JSON |
/// | `/healthz`, `/readyz`, `/metrics` | all | [HealthPages], [PluginMeters] |
/// | `/tail` | with the token | the last lines of the log and of the audit log, in JSON |
/// | `POST /plugins/NAME/kill` | with the token | sends its process SIGKILL |
/// | `POST /plugins/NAME/restart` | with the token | a new process takes over; starts a failed one |
/// | `POST /plugins/NAME/release` | with the token | ends its quarantine |
///
/// ```java
/// try (LogTail log = LogTail.ofThisProcess();
///     PluginMeters meters = new PluginMeters();
///     Supervisor supervisor = builder.interceptor(meters::interceptor).open()) {
///   meters.watch(supervisor);
///   MonitoringPage page = MonitoringPage.builder(supervisor, meters).log(log).build();
///   try (LoopbackServer server = page.open(9_464)) {
///     IO.println(page.token().tell(server.address(), Path.of("monitoring-link")));
///   }
/// }
/// ```
///
/// Safe for use by many threads. The caller closes what it gave.
public final class MonitoringPage {
  private final AccessToken token;
  private final Map<String, Supplier<Reply>> pages = new HashMap<>();
  private final GuardedPages guarded;

  private MonitoringPage(Builder builder) {
    PluginActions actions = new PluginActions(builder.supervisor, builder.listener);
    StatusPage status = new StatusPage(builder.supervisor, builder.meters, actions);
    LogTail log = builder.log;
    Supplier<List<String>> audit = builder.audit;
    this.token = builder.token;
    pages.putAll(PageFiles.pages());
    pages.putAll(new HealthPages(builder.supervisor::statuses).pages());
    pages.putAll(builder.meters.pages());
    pages.put("/status", status::status);
    this.guarded =
        new GuardedPages(
            token,
            Map.of("/tail", () -> StatusPage.tail(log.lines(), audit.get())),
            actions.byPath());
  }

  /// A builder of the page of that supervisor's plugins.
  ///
  /// @param meters measures their calls: its interceptor must be one of the supervisor's
  public static Builder builder(Supervisor supervisor, PluginMeters meters) {
    return new Builder(supervisor, meters);
  }

  /// What the person needs for the buttons and the logs. Made anew for each page.
  public AccessToken token() {
    return token;
  }

  /// What all programs of this machine may read, by path.
  public Map<String, Supplier<Reply>> pages() {
    return Map.copyOf(pages);
  }

  /// What needs the token.
  public GuardedPages guarded() {
    return guarded;
  }

  /// Serves all of it.
  ///
  /// @param port 1 to 65535; 0 lets the system choose
  /// @return to be closed before the supervisor
  /// @throws IOException if the port is in use
  public LoopbackServer open(int port) throws IOException {
    return LoopbackServer.open(port, pages, guarded);
  }

  /// Makes a [MonitoringPage]. Not safe for use by many threads.
  public static final class Builder {
    private final Supervisor supervisor;
    private final PluginMeters meters;
    private final AccessToken token = AccessToken.create();
    private LogTail log = new LogTail();
    private Supplier<List<String>> audit = List::of;
    private BiConsumer<String, String> listener = (plugin, action) -> {};

    private Builder(Supervisor supervisor, PluginMeters meters) {
      this.supervisor = supervisor;
      this.meters = meters;
    }

    /// The lines of the log to show. Default: none.
    public Builder log(LogTail tail) {
      log = tail;
      return this;
    }

    /// The lines of the audit log, the newest last; the last fifty are shown. Lines of JSON with
    /// `at`, `actor`, `action`, `target` and `outcome` are shown as a table, others as they are.
    /// Asked for about once a second. Default: none.
    public Builder audit(Supplier<List<String>> lines) {
      audit = lines;
      return this;
    }

    /// Is told the plugin's name and `kill`, `restart` or `release`, before it is done: for an
    /// audit log. If it throws, nothing is done, and the person sees an error.
    public Builder listener(BiConsumer<String, String> before) {
      listener = before;
      return this;
    }

    /// The page.
    ///
    /// @throws IllegalStateException if the page's files are not on the class path
    public MonitoringPage build() {
      return new MonitoringPage(this);
    }
  }
}

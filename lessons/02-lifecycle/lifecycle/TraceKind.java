package lifecycle;

import basics.TraceFile;

/// The kinds of events that the framework records in a [Trace].
public final class TraceKind {
  /// A plugin's process has been started: `pid`, `command`, and in `environment` the names of the
  /// variables that the host has set for it.
  public static final String SPAWN = TraceFile.SPAWN;

  /// The plugin's handshake line has arrived: `line`.
  public static final String HANDSHAKE = TraceFile.HANDSHAKE;

  /// The host connects to the plugin: `address`.
  public static final String DIAL = TraceFile.DIAL;

  /// A connection is up and protected: `protocol`, `cipher`, the plugin's certificate as `peer` and
  /// by its SHA-256 as `fingerprint`.
  public static final String TLS = "tls";

  /// A message of the broker, to the plugin or from it: `direction`, `what`, `stream`, `address`.
  public static final String BROKER = "broker";

  /// A call has ended, whatever its end. See [TraceInterceptor] for its details.
  public static final String RPC = TraceFile.RPC;

  /// The plugin has logged a line: `level`, `message`.
  public static final String LOG = TraceFile.LOG;

  /// The plugin client has gone from one state to another: `from`, `to`, and `reason` if it failed.
  public static final String STATE = "state";

  /// The plugin's process has ended: `status`.
  public static final String EXIT = TraceFile.EXIT;

  /// A plugin is started in the place of one that ended: `plugin`, `launch`, the how manyth it is.
  public static final String RESTART = "restart";

  /// A step of the kill ladder was taken: `rung`, `nanos`, `ended`.
  public static final String KILL_STEP = "kill-step";

  /// What the process is at that runs one host after the other, such as one that runs checks:
  /// `title`.
  public static final String CHAPTER = TraceFile.CHAPTER;

  /// The file is long: calls and log lines are left out from here on.
  public static final String LIMIT = TraceFile.LIMIT;

  private TraceKind() {}
}

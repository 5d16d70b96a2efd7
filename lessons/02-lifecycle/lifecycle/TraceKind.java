package lifecycle;

/// The kinds of events that the framework records in a [Trace].
public final class TraceKind {
  /// A plugin's process has been started.
  public static final String SPAWN = "spawn";

  /// The plugin's handshake line has arrived.
  public static final String HANDSHAKE = "handshake";

  /// The host has connected to the plugin.
  public static final String DIAL = "dial";

  /// A call has ended, whatever its end. See [TraceInterceptor] for its details.
  public static final String RPC = "rpc";

  /// The plugin has logged a line: `level`, `message`.
  public static final String LOG = "log";

  /// The plugin client has gone from one state to another.
  public static final String STATE = "state";

  /// The plugin's process has ended.
  public static final String EXIT = "exit";

  /// A plugin is started in the place of one that ended.
  public static final String RESTART = "restart";

  /// A step of the kill ladder was taken.
  public static final String KILL_STEP = "kill-step";

  private TraceKind() {}
}

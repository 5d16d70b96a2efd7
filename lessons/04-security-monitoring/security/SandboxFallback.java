package security;

/// What a host does where no sandbox can be made.
public enum SandboxFallback {
  /// The plugin is not started, and the error says why and what to do.
  REFUSE,

  /// The plugin is started as a plain process, with a warning: it can do whatever the host's user
  /// can. Its environment is scrubbed all the same.
  PLAIN_PROCESS
}

package security;

import java.nio.file.Path;

/// Whether this machine can make a sandbox. The closed set: switch over it without a default.
public sealed interface SandboxSupport {
  /// For a person: what was found, and what to do if it is not enough.
  String text();

  /// It can: a trial run went well.
  ///
  /// @param program where bubblewrap is
  /// @param complete whether it also closes the way to more namespaces and bounds the size of
  ///   `/tmp`; bubblewrap before 0.8 does not
  record Works(Path program, boolean complete) implements SandboxSupport {
    @Override
    public String text() {
      return complete
          ? "bubblewrap works: " + program
          : """
            bubblewrap works: %s. It is old: /tmp has no limit of its own, and plugins may make \
            namespaces. Version 0.8 does better."""
              .formatted(program);
    }
  }

  /// There is no bubblewrap.
  ///
  /// @param searched where it was looked for
  record Missing(String searched) implements SandboxSupport {
    @Override
    public String text() {
      return """
      bubblewrap is missing: no program bwrap in %s.
      Install it (apt install bubblewrap | dnf install bubblewrap). It is for Linux only."""
          .formatted(searched);
    }
  }

  /// There is one, and it cannot do its work here.
  ///
  /// @param program where bubblewrap is
  /// @param evidence what the trial run said
  record Broken(Path program, String evidence) implements SandboxSupport {
    @Override
    public String text() {
      return """
      bubblewrap does not work on this machine: %s
        a trial run said: %s
      It needs user namespaces, and a /proc of its own. A container often forbids both: allow
      them there (docker run --security-opt seccomp=unconfined --security-opt
      systempaths=unconfined, or --privileged). On a machine of its own, see that
      kernel.unprivileged_userns_clone is not 0, user.max_user_namespaces not 0, and
      kernel.apparmor_restrict_unprivileged_userns not 1 (sysctl)."""
          .formatted(program, evidence);
    }
  }
}

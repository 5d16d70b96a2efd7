package basics;

import course.Exercise;
import course.ExerciseNotDone;
import java.util.Map;

/// An environment variable by which a plugin sees that a host started it, and not a person.
///
/// It keeps people from puzzling over a program that prints an odd line and waits. It is no secret
/// and protects nothing (go-plugin: `HandshakeConfig`).
///
/// @param key name of the variable, chosen by the application
/// @param value the value that host and plugin agree on
public record MagicCookie(String key, String value) {
  /// Makes sure that a host started this process. To be called before the plugin does anything
  /// else.
  ///
  /// Exercise 1.5. Two cases end in a [MagicCookieException]:
  /// - [#key] or [#value] is blank: the plugin itself is misconfigured; use
  ///   [MagicCookieException#misconfigured];
  /// - `environment` has no entry for [#key], or another value: a person started the plugin by
  ///   hand; use [MagicCookieException#startedByHand].
  ///
  /// Whoever catches the exception prints its message on stderr, nothing on stdout, and exits with
  /// 1.
  ///
  /// @param environment the process's environment, such as `System.getenv()`
  /// @throws MagicCookieException if a host did not start this process, with a text for a person
  @Exercise("1.5")
  public void requireIn(Map<String, String> environment) {
    throw new ExerciseNotDone("1.5");
  }
}

package security;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Something that a plugin was not allowed to do, or a host with it. Immutable.
///
/// @param at when
/// @param plugin the plugin's name
/// @param method the call in which it was asked: service and method
/// @param need what was asked
/// @param allowed what is allowed under the need's key, for a person
/// @param remedy what a person has to change if it should be allowed
public record Denial(
    Instant at, String plugin, String method, Need need, String allowed, String remedy) {
  private static final Logger LOG = LoggerFactory.getLogger(Denial.class);

  static Denial of(Instant at, PermissionReview review, String method, Need need) {
    return new Denial(
        at,
        review.plugin(),
        method,
        need,
        review.effective().text(need.key()),
        remedy(review, need));
  }

  private static String remedy(PermissionReview review, Need need) {
    String key = need.key();
    String grant =
        "add it to plugins.%s.permissions.%s of the host's configuration"
            .formatted(review.plugin(), key);
    String declare = "add it to permissions.%s of the plugin's plugin.yaml".formatted(key);
    return switch (need) {
      case Need.Unclear _ -> "send a request whose paths and hosts can be told";
      case Need.Turn _ ->
          "call less often, or raise %s in the host's configuration and the plugin's plugin.yaml"
              .formatted(key);
      default ->
          review.declared().allows(need)
              ? grant
              : review.granted().allows(need) ? declare : grant + ", and " + declare;
    };
  }

  /// For a person: what was asked, what is granted, what to change. Four lines, whatever the plugin
  /// asked: a long text is cut, and control characters are escaped ([#need] has it as it came).
  public String text() {
    return """
    permission denied for the plugin "%s" in %s
      asked: %s %s
      granted: %s %s
      to change that: %s"""
        .formatted(
            plugin, method, need.key(), PlainText.of(need.subject()), need.key(), allowed, remedy);
  }

  /// Tells it to the listener, whatever that makes of it.
  ///
  /// @return what whoever was denied is told
  String tell(DenialListener listener) {
    try {
      listener.denied(this);
    } catch (RuntimeException e) {
      LOG.warn("a denial could not be told on: {}", text(), e);
    }
    return text();
  }
}

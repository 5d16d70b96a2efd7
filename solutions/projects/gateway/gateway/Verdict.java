package gateway;

import java.util.Map;

/// What a gate says of a request. The closed set: switch over it without a default.
public sealed interface Verdict {
  /// What each fact's name begins with. The gateway takes such headers from no visitor.
  String FACT_PREFIX = "x-gateway-";

  /// The fact that tells who sent the request.
  String SUBJECT = FACT_PREFIX + "subject";

  /// It may go on.
  ///
  /// @param facts what later gates and the server behind may rely on, as headers
  record Pass(Map<String, String> facts) implements Verdict {
    /// Copies the map.
    ///
    /// @throws IllegalArgumentException if a fact is no header of the gateway's own
    public Pass {
      facts = Map.copyOf(facts);
      facts.forEach(
          (name, value) -> {
            if (!name.matches("x-gateway-[a-z0-9-]{1,64}") || !value.matches("[!-~]{1,256}")) {
              throw new IllegalArgumentException("no fact: \"%s: %s\"".formatted(name, value));
            }
          });
    }
  }

  /// It ends here, with that answer.
  ///
  /// @param status 400 to 599
  /// @param headers such as `WWW-Authenticate`
  /// @param reason for whoever sent the request
  record Refusal(int status, Map<String, String> headers, String reason) implements Verdict {
    /// Copies the map.
    ///
    /// @throws IllegalArgumentException if the status is none of an error
    public Refusal {
      headers = Map.copyOf(headers);
      if (status < 400 || status > 599) {
        throw new IllegalArgumentException("status not in 400..599: " + status);
      }
    }
  }
}

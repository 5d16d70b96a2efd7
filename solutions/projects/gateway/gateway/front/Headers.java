package gateway.front;

import gateway.Verdict;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which headers go through a gateway.
final class Headers {
  /// Those of one connection (RFC 9110, 7.6.1), and those that the HTTP client writes itself.
  private static final Set<String> OF_ONE_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "content-length",
          "expect",
          "host");

  private Headers() {}

  /// What of these headers goes on, by lower-case name: no facts of a visitor's own.
  static Map<String, List<String>> passing(Map<String, List<String>> headers) {
    Map<String, List<String>> all = new HashMap<>();
    headers.forEach((name, values) -> all.put(name.toLowerCase(Locale.ROOT), values));
    Set<String> ending = new HashSet<>(OF_ONE_CONNECTION);
    for (String value : all.getOrDefault("connection", List.of())) {
      Arrays.stream(value.split(",", -1))
          .forEach(name -> ending.add(name.strip().toLowerCase(Locale.ROOT)));
    }
    all.keySet().removeIf(name -> ending.contains(name) || name.startsWith(Verdict.FACT_PREFIX));
    return all;
  }

  /// The headers that were sent once: of one that came twice no gate could tell which is meant.
  static Map<String, String> single(Map<String, List<String>> headers) {
    Map<String, String> single = new HashMap<>();
    headers.forEach(
        (name, values) -> {
          if (values.size() == 1) {
            single.put(name, values.getFirst());
          }
        });
    return single;
  }
}

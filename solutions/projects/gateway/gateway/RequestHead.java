package gateway;

import java.util.Map;

/// What a gate sees of a request. Immutable.
///
/// @param method such as `GET`
/// @param path without the query, which may hold secrets
/// @param headers those alone that the gateway shows to this gate; names in lower case
public record RequestHead(String method, String path, Map<String, String> headers) {
  /// Copies the map.
  public RequestHead {
    headers = Map.copyOf(headers);
  }
}

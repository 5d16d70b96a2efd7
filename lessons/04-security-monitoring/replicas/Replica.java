package replicas;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where one replica of a plugin serves, as it stands in etcd under `/plugins/<plugin>/<id>`:
/// `{"address":"10.0.0.7:4711","version":1}`.
///
/// It is hearsay: only the replica's certificate proves that it is one.
///
/// @param id the replica's name among those of its plugin
/// @param address an IP address and a port, never a name to look up
/// @param version the version of the application's protocol that it serves, 1 or more
public record Replica(String id, InetSocketAddress address, int version) {
  /// What all keys begin with.
  public static final String ROOT = "/plugins/";

  private static final JsonMapper JSON = new JsonMapper();
  private static final int VALUE_LIMIT_CHARACTERS = 1_000;
  private static final String ID = "[A-Za-z0-9._-]{1,100}";

  /// Checks the id and the version.
  ///
  /// @throws IllegalArgumentException if one is not as said
  public Replica {
    requireId(id);
    if (version < 1) {
      throw new IllegalArgumentException("version %d, expected 1 or more".formatted(version));
    }
  }

  /// What the keys of all replicas of a plugin begin with. One plugin's prefix begins no other's.
  public static String prefix(String plugin) {
    return ROOT + plugin + "/";
  }

  /// Checks a replica's name: 1 to 100 letters, digits, `.`, `_` and `-`.
  ///
  /// @throws IllegalArgumentException if it is not as said
  static void requireId(String id) {
    if (!id.matches(ID)) {
      throw new IllegalArgumentException("not a replica's id: 1 to 100 of a-z, 0-9, . _ -");
    }
  }

  /// Reads what etcd says about one replica. Members that are not known do not count.
  ///
  /// @param id the replica's name, from the key
  /// @param value JSON, see above; at most 1,000 characters
  /// @throws IllegalArgumentException if the id or the value is anything else; the message does not
  ///   quote it
  public static Replica parse(String id, String value) {
    if (value.length() > VALUE_LIMIT_CHARACTERS) {
      throw new IllegalArgumentException(
          "%d characters, at most %d".formatted(value.length(), VALUE_LIMIT_CHARACTERS));
    }
    try {
      JsonNode node = JSON.readTree(value);
      JsonNode version = node.path("version");
      if (!node.isObject() || !node.path("address").isString() || !version.isInt()) {
        throw new IllegalArgumentException("no object with address (text) and version (number)");
      }
      return new Replica(id, address(node.path("address").asString()), version.asInt());
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no JSON", e);
    }
  }

  /// An address that a connection can go to, without asking anyone for a name.
  private static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1 || !text.substring(colon + 1).matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException("the address is no IP:port");
    }
    int port = Integer.parseInt(text.substring(colon + 1));
    InetAddress ip = InetAddress.ofLiteral(text.substring(0, colon));
    if (port < 1 || port > 65_535 || ip.isAnyLocalAddress() || ip.isMulticastAddress()) {
      throw new IllegalArgumentException("the address is none to connect to");
    }
    return new InetSocketAddress(ip, port);
  }

  /// What [#parse] reads.
  String value() {
    String ip = address.getAddress().getHostAddress();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("address", (ip.contains(":") ? "[" + ip + "]" : ip) + ":" + address.getPort());
    members.put("version", version);
    return JSON.writeValueAsString(members);
  }
}

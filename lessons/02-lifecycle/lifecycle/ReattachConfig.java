package lifecycle;

import basics.HandshakeLine;
import basics.Network;
import basics.PluginAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All that another host needs to take over a running plugin (go-plugin: `ReattachConfig`).
///
/// @param protocol `grpc`
/// @param protocolVersion the application's protocol version that the plugin serves
/// @param pid the plugin's process; 0 for a plugin that a [RunnerFactory] launched
/// @param address where it listens, as hosts on this machine see it
/// @param test whether it serves in a test's own process, so that no host may end it
public record ReattachConfig(
    String protocol, int protocolVersion, long pid, PluginAddress address, boolean test) {
  /// All that is needed to take over a plugin that is a process of its own.
  public ReattachConfig(String protocol, int protocolVersion, long pid, PluginAddress address) {
    this(protocol, protocolVersion, pid, address, /* test= */ false);
  }

  /// As JSON in the form that Terraform reads from `TF_REATTACH_PROVIDERS`, for one plugin.
  public String toJson() {
    Map<String, Object> addr = new LinkedHashMap<>();
    addr.put("Network", address.network().wireName());
    addr.put("String", address.address());
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("Protocol", protocol);
    root.put("ProtocolVersion", protocolVersion);
    root.put("Pid", pid);
    root.put("Test", test);
    root.put("Addr", addr);
    return JsonMapper.shared().writeValueAsString(root);
  }

  /// Reads what [#toJson] writes. A missing protocol means `netrpc`, as in go-plugin.
  ///
  /// @throws IllegalArgumentException if the text is not such JSON; it says what is missing
  public static ReattachConfig fromJson(String json) {
    try {
      JsonNode root = JsonMapper.shared().readTree(json);
      JsonNode address = root.path("Addr");
      Network network =
          Network.ofWireName(address.path("Network").asString(""))
              .orElseThrow(() -> new IllegalArgumentException("no Addr.Network in " + json));
      String where = address.path("String").asString("");
      JsonNode pid = root.path("Pid");
      if (where.isEmpty() || !pid.isIntegralNumber() || pid.asLong(-1) < 0) {
        throw new IllegalArgumentException(
            "no %s in %s".formatted(where.isEmpty() ? "Addr.String" : "Pid", json));
      }
      return new ReattachConfig(
          root.path("Protocol").asString(HandshakeLine.NETRPC),
          root.path("ProtocolVersion").asInt(0),
          pid.asLong(),
          new PluginAddress(network, where),
          root.path("Test").asBoolean(false));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not a reattach configuration: " + json, e);
    }
  }
}

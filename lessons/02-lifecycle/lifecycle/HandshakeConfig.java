package lifecycle;

import basics.MagicCookie;

/// What a host and its plugins must agree on before they talk (go-plugin: `HandshakeConfig`).
///
/// @param protocolVersion the application's protocol version for the set of plugins that names none
/// @param cookie how a plugin sees that a host started it
public record HandshakeConfig(int protocolVersion, MagicCookie cookie) {}

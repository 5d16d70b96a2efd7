package security;

import java.time.InstantSource;
import lifecycle.HostSecurity;
import lifecycle.PluginSecurity;

/// Mutual TLS without any files (go-plugin: AutoMTLS): for each start of a plugin both sides make a
/// key and a certificate, tell each other the certificate, and trust exactly that one.
///
/// The host's certificate goes to the plugin in the variable [PluginSecurity#CLIENT_CERTIFICATE],
/// the plugin's comes back in field 6 of the handshake line. Who can read neither the plugin's
/// environment nor its stdout can neither pose as one of the two nor listen. The same certificates
/// protect the broker's connections, whichever side dials.
///
/// The host and the plugin of one pair use it both, or neither: a side that is alone says so at the
/// start. A plugin cannot be taken over by another host (reattach), which has no key for it.
public final class AutoMtls {
  private AutoMtls() {}

  /// A host's side, for any number of plugins, each of which gets a key of its own.
  public static HostSecurity host() {
    return new AutoMtlsHost(InstantSource.system());
  }

  /// A plugin's side. If its host does not ask for AutoMTLS, the plugin serves plaintext, as
  /// go-plugin's does.
  public static PluginSecurity plugin() {
    return new AutoMtlsPlugin(InstantSource.system());
  }
}

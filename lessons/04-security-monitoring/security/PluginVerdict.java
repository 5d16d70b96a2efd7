package security;

import java.nio.file.Path;
import java.util.Optional;
import security.TrustStore.Signer;

/// What the check of a plugin's folder came to, before a start.
///
/// @param plugin the plugin's name
/// @param folder its folder, as the host knows it
/// @param signer who has signed it; empty if that is not known, as with a wrong signature
/// @param refusal why it may not start; empty if it may
public record PluginVerdict(
    String plugin,
    Path folder,
    Optional<Signer> signer,
    Optional<UntrustedPluginException> refusal) {
  /// Whether the plugin may start.
  public boolean isTrusted() {
    return refusal.isEmpty();
  }
}

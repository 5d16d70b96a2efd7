package security;

import java.util.Locale;

/// How far a host trusts who has signed a plugin.
public enum TrustTier {
  /// The host's own makers.
  OWN,
  /// Others that the host's makers know.
  PARTNER,
  /// A key that no one has put into the trust store.
  UNKNOWN;

  /// The name as a person reads it, and the name of its folder in a trust store: `own`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

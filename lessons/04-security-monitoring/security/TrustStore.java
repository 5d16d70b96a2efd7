package security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The public keys that a host knows, and how far it trusts each. Immutable.
///
/// On disk it is a folder with one PEM file a key: `own/release.pem`, `partner/acme.pem`. To take a
/// key back is to delete its file; a host reads the folder when it starts.
public final class TrustStore {
  /// A store that knows no key.
  public static final TrustStore EMPTY = new TrustStore(Map.of());

  private final Map<VerifyKey, Signer> signers;

  /// Who signs with a key.
  ///
  /// @param name for a person, such as `acme`
  /// @param tier how far a host trusts them
  public record Signer(String name, TrustTier tier) {}

  private TrustStore(Map<VerifyKey, Signer> signers) {
    this.signers = Collections.unmodifiableMap(new LinkedHashMap<>(signers));
  }

  /// The keys in a folder's subfolders `own` and `partner`, each in a file of its own that ends in
  /// `.pem`. A subfolder may be missing; other files are left alone.
  ///
  /// @throws SigningKeyException if the folder or a key cannot be read, or a key is there twice
  public static TrustStore load(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new SigningKeyException("the trust store is no folder: " + folder, null);
    }
    TrustStore store = EMPTY;
    for (TrustTier tier : List.of(TrustTier.OWN, TrustTier.PARTNER)) {
      for (Path file : pemFiles(folder.resolve(tier.label()))) {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.pem$", "");
        try {
          store = store.trusting(tier, name, VerifyKey.read(file));
        } catch (IllegalArgumentException e) {
          throw new SigningKeyException("%s: %s".formatted(file, e.getMessage()), e);
        }
      }
    }
    return store;
  }

  private static List<Path> pemFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".pem")).sorted().toList();
    } catch (IOException e) {
      throw new SigningKeyException("%s: cannot be read: %s".formatted(folder, e), e);
    }
  }

  /// A store that knows that key, too.
  ///
  /// @param name for a person
  /// @throws IllegalArgumentException if the key is known already, or the tier is
  ///   [TrustTier#UNKNOWN]
  public TrustStore trusting(TrustTier tier, String name, VerifyKey key) {
    if (tier == TrustTier.UNKNOWN) {
      throw new IllegalArgumentException("a key that is in the store is not unknown: " + name);
    }
    Signer known = signers.get(key);
    if (known != null) {
      throw new IllegalArgumentException(
          "the key of %s is known already, as %s of the tier %s"
              .formatted(name, known.name(), known.tier().label()));
    }
    Map<VerifyKey, Signer> more = new LinkedHashMap<>(signers);
    more.put(key, new Signer(name, tier));
    return new TrustStore(more);
  }

  /// Who signs with that key; one of the tier [TrustTier#UNKNOWN] if it is not in the store.
  public Signer signer(VerifyKey key) {
    return signers.getOrDefault(key, new Signer("unknown", TrustTier.UNKNOWN));
  }
}

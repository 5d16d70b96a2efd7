package security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The public half of a [SigningKey]: it tells whether a signature is that key's. Immutable.
public final class VerifyKey {
  private final PublicKey key;

  private VerifyKey(PublicKey key) {
    this.key = key;
  }

  /// The key in that form.
  ///
  /// @param encoded an Ed25519 key as X.509 has it (SubjectPublicKeyInfo, DER)
  /// @throws IllegalArgumentException if it is none, or has bytes that do not belong to it
  public static VerifyKey of(byte[] encoded) {
    try {
      PublicKey key =
          KeyFactory.getInstance(SigningKey.ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(encoded));
      if (!Arrays.equals(key.getEncoded(), encoded)) {
        throw new IllegalArgumentException("an Ed25519 key, but not in its one right form");
      }
      // Some 32 bytes are no point of the curve, which shows only here.
      Signature.getInstance(SigningKey.ALGORITHM).initVerify(key);
      return new VerifyKey(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no Ed25519 public key", e);
    }
  }

  /// The key in a PEM file, the one block `PUBLIC KEY` of it.
  ///
  /// @throws SigningKeyException if it cannot be read, or holds none or several
  public static VerifyKey read(Path file) {
    try {
      List<byte[]> blocks = PemText.read(PemText.PUBLIC_KEY, Files.readString(file));
      if (blocks.size() != 1) {
        throw new IllegalArgumentException(blocks.size() + " blocks PUBLIC KEY, expected one");
      }
      return of(blocks.getFirst());
    } catch (IOException e) {
      // Its message alone may be no more than the file's name.
      throw new SigningKeyException("%s: cannot be read: %s".formatted(file, e), e);
    } catch (IllegalArgumentException e) {
      throw new SigningKeyException(
          "%s: cannot be read as an Ed25519 public key in PEM: %s".formatted(file, e.getMessage()),
          e);
    }
  }

  /// Writes the key to a PEM file.
  ///
  /// @throws SigningKeyException if that fails
  public void write(Path file) {
    try {
      Files.writeString(file, pem());
    } catch (IOException e) {
      throw new SigningKeyException("%s: cannot be written: %s".formatted(file, e), e);
    }
  }

  String pem() {
    return PemText.write(PemText.PUBLIC_KEY, encoded());
  }

  /// The key in the form that [#of] reads.
  public byte[] encoded() {
    return key.getEncoded();
  }

  /// What names the key: the SHA-256 of [#encoded], 64 hexadecimal digits.
  public String id() {
    return Sha256.hex(encoded());
  }

  /// Whether the signature is this key's, of exactly that message.
  public boolean verifies(byte[] message, byte[] signature) {
    try {
      Signature ed25519 = Signature.getInstance(SigningKey.ALGORITHM);
      ed25519.initVerify(key);
      ed25519.update(message);
      return ed25519.verify(signature);
    } catch (SignatureException e) {
      // Such as one of a wrong length.
      return false;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("each JDK has Ed25519", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VerifyKey that && Arrays.equals(encoded(), that.encoded());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded());
  }

  @Override
  public String toString() {
    return "key " + id();
  }
}

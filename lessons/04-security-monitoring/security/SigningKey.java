package security;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Set;

/// A key that signs plugins (Ed25519, the JDK's own). Immutable.
///
/// Its file is as secret as the right to start a plugin is: who has it signs in its owner's name.
/// It belongs on the machine where plugins are made, never on one where a host runs.
public final class SigningKey {
  /// The JDK's name of the algorithm.
  static final String ALGORITHM = "Ed25519";

  private static final byte[] TRIAL = "a trial".getBytes(StandardCharsets.UTF_8);

  private final PrivateKey key;
  private final VerifyKey verifyKey;

  private SigningKey(PrivateKey key, VerifyKey verifyKey) {
    this.key = key;
    this.verifyKey = verifyKey;
  }

  /// A new key, from the system's own random numbers.
  public static SigningKey generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new SigningKey(pair.getPrivate(), VerifyKey.of(pair.getPublic().getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each JDK has Ed25519", e);
    }
  }

  /// The key in a file that [#write] has made.
  ///
  /// @throws SigningKeyException if it cannot be read, or its two halves do not belong together
  public static SigningKey read(Path file) {
    VerifyKey verifyKey = VerifyKey.read(file);
    SigningKey read = new SigningKey(privateKey(file), verifyKey);
    if (!verifyKey.verifies(TRIAL, read.sign(TRIAL))) {
      throw new SigningKeyException(
          file + ": its private and its public key do not belong together", null);
    }
    return read;
  }

  private static PrivateKey privateKey(Path file) {
    try {
      List<byte[]> blocks = PemText.read(PemText.PRIVATE_KEY, Files.readString(file));
      if (blocks.size() != 1) {
        throw new SigningKeyException(
            "%s: has %d blocks PRIVATE KEY, expected one".formatted(file, blocks.size()), null);
      }
      return KeyFactory.getInstance(ALGORITHM)
          .generatePrivate(new PKCS8EncodedKeySpec(blocks.getFirst()));
    } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
      // The key's bytes may stand in the cause's message: it is named, not quoted.
      throw new SigningKeyException(
          "%s: holds no Ed25519 private key in PEM (%s)"
              .formatted(file, e.getClass().getSimpleName()),
          null);
    }
  }

  /// Writes both halves to a new PEM file that only its owner may read.
  ///
  /// @throws SigningKeyException if that fails, or the file exists: a key is never overwritten
  public void write(Path file) {
    String pem = PemText.write(PemText.PRIVATE_KEY, key.getEncoded()) + verifyKey.pem();
    ByteBuffer bytes = ByteBuffer.wrap(pem.getBytes(StandardCharsets.US_ASCII));
    // The mode is the file's from its first moment on: no one reads it in between.
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            ownerOnly(file))) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw new SigningKeyException("%s: cannot be written: %s".formatted(file, e), e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /// The public half.
  public VerifyKey verifyKey() {
    return verifyKey;
  }

  /// The signature of that message, 64 bytes.
  public byte[] sign(byte[] message) {
    try {
      Signature ed25519 = Signature.getInstance(ALGORITHM);
      ed25519.initSign(key);
      ed25519.update(message);
      return ed25519.sign();
    } catch (NoSuchAlgorithmException | InvalidKeyException | SignatureException e) {
      throw new IllegalStateException("an Ed25519 key signs", e);
    }
  }
}

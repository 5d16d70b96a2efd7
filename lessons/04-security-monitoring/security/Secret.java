package security;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Something that only those may see who need it: a password, a key of an interface. It says
/// nothing of itself, and is zeroed when it is closed.
///
/// It is bytes and not a `String`, which nobody can zero. That shortens the time in which a dump of
/// the process shows it; it does not make it nothing: what gRPC and TLS have copied meanwhile, Java
/// collects when it likes.
///
/// Safe for use by many threads.
public final class Secret implements AutoCloseable {
  private final byte[] bytes;
  private boolean closed;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A copy of these bytes; the caller zeroes its own.
  public static Secret of(byte[] bytes) {
    return new Secret(bytes.clone());
  }

  /// These bytes themselves, which no one else has.
  static Secret adopt(byte[] bytes) {
    return new Secret(bytes);
  }

  /// A copy of this text, in UTF-8; the caller zeroes its own. `Console.readPassword` gives such a
  /// text.
  ///
  /// @throws IllegalArgumentException if it is no valid text: half of a pair of surrogates
  public static Secret of(char[] text) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      encoded.clear();
      encoded.put(new byte[encoded.capacity()]);
      return new Secret(bytes);
    } catch (CharacterCodingException e) {
      // No cause and no detail: they would tell of the text.
      throw new IllegalArgumentException("the secret's text has half of a surrogate pair");
    }
  }

  /// A copy of its bytes, for the caller to zero after use.
  ///
  /// @throws IllegalStateException if it is closed
  public synchronized byte[] bytes() {
    if (closed) {
      throw new IllegalStateException("the secret is closed: it has been zeroed");
    }
    return bytes.clone();
  }

  /// A copy of its text, for the caller to zero after use.
  ///
  /// @throws IllegalStateException if it is closed, or its bytes are no UTF-8
  public char[] text() {
    byte[] copy = bytes();
    try {
      CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(copy));
      char[] text = new char[decoded.remaining()];
      decoded.get(text);
      decoded.clear();
      decoded.put(new char[decoded.capacity()]);
      return text;
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("the secret is no text: its bytes are no UTF-8");
    } finally {
      Arrays.fill(copy, (byte) 0);
    }
  }

  /// Zeroes it. Calling it again does nothing.
  @Override
  public synchronized void close() {
    closed = true;
    Arrays.fill(bytes, (byte) 0);
  }

  /// Keeps the secret, and its length.
  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}

package security;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// The tokens that a host has made: each is worth one secret, once, for half a minute, on the
/// connection for which it was made.
///
/// Of a token only its digest is kept: whoever reads the host's memory or this table's log finds
/// nothing to exchange. A token that is shown is spent, whatever the answer: one that comes by a
/// wrong way has been seen by someone else.
///
/// Safe for use by many threads.
final class SecretTokens {
  /// The length of a token: nobody guesses 256 bits.
  static final int TOKEN_BYTES = 32;

  /// How long a token is worth something: a plugin that was offered one exchanges it at once.
  static final Duration LIFE = Duration.ofSeconds(30);

  /// How long a token is remembered, so that the answer can tell why it is worth nothing.
  private static final Duration MEMORY = Duration.ofMinutes(10);

  private final SecureRandom random = new SecureRandom();
  private final LongSupplier nanoTime;
  private final Map<String, Made> known = new LinkedHashMap<>();

  /// @param nanoTime only goes forward
  SecretTokens(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /// A token that was made.
  private static final class Made {
    private final Object connection;
    private final String name;
    private final long nanos;
    private boolean spent;

    Made(Object connection, String name, long nanos) {
      this.connection = connection;
      this.name = name;
      this.nanos = nanos;
    }
  }

  /// What a token was worth. The closed set.
  sealed interface Worth {
    /// It is good, and is spent now.
    ///
    /// @param name of the secret
    record Good(String name) implements Worth {}

    /// It is worth nothing.
    ///
    /// @param reason ends the sentence "the token ..."
    record Nothing(String reason) implements Worth {}
  }

  /// A new token for that secret.
  ///
  /// @param connection where it may be exchanged; equal to no other
  synchronized byte[] make(Object connection, String name) {
    long now = nanoTime.getAsLong();
    known.values().removeIf(made -> now - made.nanos > MEMORY.toNanos());
    byte[] token = new byte[TOKEN_BYTES];
    random.nextBytes(token);
    known.put(Sha256.hex(token), new Made(connection, name, now));
    return token;
  }

  /// Spends a token.
  ///
  /// @param connection where it came from
  synchronized Worth spend(Object connection, byte[] token) {
    Made made = known.get(Sha256.hex(token));
    if (made == null) {
      return new Worth.Nothing("was never made here, or is forgotten by now");
    }
    boolean used = made.spent;
    made.spent = true;
    if (!made.connection.equals(connection)) {
      return new Worth.Nothing("was made for another connection, and is void now");
    }
    if (used) {
      return new Worth.Nothing("has been used: it is good for one exchange");
    }
    Duration age = Duration.ofNanos(nanoTime.getAsLong() - made.nanos);
    if (age.compareTo(LIFE) > 0) {
      return new Worth.Nothing(
          "is %d s old: it is good for %d s".formatted(age.toSeconds(), LIFE.toSeconds()));
    }
    return new Worth.Good(made.name);
  }

  /// Makes sure that the token is worth nothing from now on.
  ///
  /// @return whether it had been used
  synchronized boolean withdraw(byte[] token) {
    Made made = known.get(Sha256.hex(token));
    if (made == null) {
      return false;
    }
    boolean used = made.spent;
    made.spent = true;
    return used;
  }
}

package gateway.steps;

import io.jsonwebtoken.JwtParserBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.SecretKey;

/// What tokens are verified with: one key, and with it one algorithm. The token has no say in it.
public sealed interface TokenKey {
  /// EdDSA with Ed25519: the plugin holds nothing that a token could be forged with.
  ///
  /// @param key of the issuer
  record Ed25519(PublicKey key) implements TokenKey {}

  /// HS256: whoever verifies could also issue.
  ///
  /// @param key shared with the issuer, 32 bytes or more
  record Hs256(SecretKey key) implements TokenKey {}

  /// Reads a key's file: Base64 of a public key in X.509 form, or of a secret.
  ///
  /// @param algorithm `EdDSA` or `HS256`
  /// @throws IOException if the file cannot be read
  /// @throws IllegalArgumentException if it holds no such key, or no such algorithm is known
  static TokenKey read(String algorithm, Path file) throws IOException {
    byte[] bytes = Base64.getDecoder().decode(Files.readString(file).strip());
    try {
      return switch (algorithm) {
        case "EdDSA" ->
            new Ed25519(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes)));
        case "HS256" -> new Hs256(Keys.hmacShaKeyFor(bytes));
        default ->
            throw new IllegalArgumentException(
                "no algorithm is named \"%s\"; there are EdDSA and HS256".formatted(algorithm));
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no Ed25519 public key is in " + file, e);
    }
  }

  /// Lets a parser accept tokens of this key and no others.
  default JwtParserBuilder admitTo(JwtParserBuilder parser) {
    return switch (this) {
      case Ed25519(PublicKey key) -> parser.verifyWith(key).sig().clear().add(Jwts.SIG.EdDSA).and();
      case Hs256(SecretKey key) -> parser.verifyWith(key).sig().clear().add(Jwts.SIG.HS256).and();
    };
  }
}

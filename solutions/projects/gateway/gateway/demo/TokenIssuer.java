package gateway.demo;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.io.AbstractSerializer;
import io.jsonwebtoken.security.Jwks;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Issues tokens, as the login of a company would: it alone has the private key.
public final class TokenIssuer {
  private static final JsonMapper JSON = new JsonMapper();

  private final KeyPair keys = Jwks.CRV.Ed25519.keyPair().build();

  /// Writes the public key, for those who verify.
  public void publish(Path file) throws IOException {
    Files.writeString(file, Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
  }

  /// A token that is good for the gateway.
  ///
  /// @param life how long; negative for one that has ended already
  public String issue(String subject, Duration life) {
    return Jwts.builder()
        .json(new TokenWriter())
        .issuer("login.example")
        .audience()
        .add("gateway")
        .and()
        .subject(subject)
        .expiration(Date.from(Instant.now().plus(life)))
        .signWith(keys.getPrivate(), Jwts.SIG.EdDSA)
        .compact();
  }

  /// The claims of a good token, with a head that says that no signature is needed.
  public static String unsigned(String token) {
    String head =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
    return head + token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1);
  }

  /// Writes a token's JSON with the JSON library that is here already.
  private static final class TokenWriter extends AbstractSerializer<Map<String, ?>> {
    @Override
    protected void doSerialize(Map<String, ?> claims, OutputStream out) {
      JSON.writeValue(out, claims);
    }
  }
}

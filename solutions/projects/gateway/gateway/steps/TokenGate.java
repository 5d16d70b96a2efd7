package gateway.steps;

import gateway.Gate;
import gateway.RequestHead;
import gateway.Verdict;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.time.Clock;
import java.util.Date;
import java.util.Map;

/// Authentication: passes requests with a good token (JWT), and tells whose it is.
///
/// Good is a token that is signed with the key, by its algorithm; for this gateway (`aud`), by the
/// issuer (`iss`); that has an end (`exp`) and has not reached it; and whose subject can stand in a
/// header. A token without a signature (`alg: none`) is none.
public final class TokenGate implements Gate {
  private static final String SCHEME = "Bearer ";

  private final JwtParser parser;

  /// @param key what tokens are verified with
  /// @param issuer the only one that is believed
  /// @param audience this gateway's name
  /// @param clock tells when a token has ended
  public TokenGate(TokenKey key, String issuer, String audience, Clock clock) {
    this.parser =
        key.admitTo(Jwts.parser())
            .json(new TokenReader())
            .requireIssuer(issuer)
            .requireAudience(audience)
            .clock(() -> Date.from(clock.instant()))
            .build();
  }

  @Override
  public Verdict check(RequestHead request) {
    String header = request.headers().getOrDefault("authorization", "");
    if (!header.startsWith(SCHEME)) {
      return new Verdict.Refusal(401, Map.of("WWW-Authenticate", "Bearer"), "a token is needed");
    }
    try {
      Claims claims =
          parser.parseSignedClaims(header.substring(SCHEME.length()).strip()).getPayload();
      if (claims.getExpiration() == null || claims.getSubject() == null) {
        return refusal("the token has no end, or no subject");
      }
      return new Verdict.Pass(Map.of(Verdict.SUBJECT, claims.getSubject()));
    } catch (ExpiredJwtException e) {
      return refusal("the token has expired");
    } catch (JwtException | IllegalArgumentException e) {
      // Which part is wrong would help only those who try.
      return refusal("the token is not valid");
    }
  }

  private static Verdict refusal(String reason) {
    return new Verdict.Refusal(
        401, Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""), reason);
  }
}

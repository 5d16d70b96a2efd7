package gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gateway.demo.TokenIssuer;
import gateway.steps.TokenGate;
import gateway.steps.TokenKey;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.io.AbstractSerializer;
import io.jsonwebtoken.security.Jwks;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TokenGateTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final KeyPair KEYS = Jwks.CRV.Ed25519.keyPair().build();
  private static final SecretKey SECRET = Jwts.SIG.HS256.key().build();

  private final Gate edDsa = gate(new TokenKey.Ed25519(KEYS.getPublic()));
  private final Gate hs256 = gate(new TokenKey.Hs256(SECRET));

  private static Gate gate(TokenKey key) {
    return new TokenGate(key, "login.example", "gateway", Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static JwtBuilder claims() {
    return Jwts.builder()
        .json(
            new AbstractSerializer<Map<String, ?>>() {
              @Override
              protected void doSerialize(Map<String, ?> claims, OutputStream out) {
                new JsonMapper().writeValue(out, claims);
              }
            })
        .issuer("login.example")
        .audience()
        .add("gateway")
        .and()
        .subject("ada")
        .expiration(Date.from(NOW.plusSeconds(60)));
  }

  private static String edDsa(JwtBuilder claims) {
    return claims.signWith(KEYS.getPrivate(), Jwts.SIG.EdDSA).compact();
  }

  private static Verdict check(Gate gate, String authorization) {
    return gate.check(new RequestHead("GET", "/", Map.of("authorization", authorization)));
  }

  private static void assertRefused(Gate gate, String token) {
    assertThat(check(gate, "Bearer " + token))
        .isInstanceOfSatisfying(
            Verdict.Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(401));
  }

  @Test
  void passesAGoodTokenAndTellsWhoseItIs() {
    Verdict ada = new Verdict.Pass(Map.of("x-gateway-subject", "ada"));

    assertThat(check(edDsa, "Bearer " + edDsa(claims()))).isEqualTo(ada);
    assertThat(check(hs256, "Bearer " + claims().signWith(SECRET, Jwts.SIG.HS256).compact()))
        .isEqualTo(ada);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer ", "Bearer x", "Bearer a.b.c", "Basic YTpi"})
  void refusesWhatIsNoToken(String authorization) {
    assertThat(check(edDsa, authorization)).isInstanceOf(Verdict.Refusal.class);
    assertThat(check(hs256, authorization)).isInstanceOf(Verdict.Refusal.class);
  }

  @Test
  void refusesATokenWithoutASignature() {
    assertRefused(edDsa, TokenIssuer.unsigned(edDsa(claims())));
    assertRefused(hs256, TokenIssuer.unsigned(edDsa(claims())));
    assertRefused(edDsa, claims().compact());
  }

  @Test
  void refusesATokenWhosePublicKeyWasTakenForASecret() {
    SecretKey confused = new SecretKeySpec(KEYS.getPublic().getEncoded(), "HmacSHA256");

    assertRefused(edDsa, claims().signWith(confused, Jwts.SIG.HS256).compact());
  }

  @Test
  void refusesAnotherAlgorithmOfTheSameKey() {
    SecretKey longKey = Jwts.SIG.HS512.key().build();

    assertRefused(
        gate(new TokenKey.Hs256(longKey)), claims().signWith(longKey, Jwts.SIG.HS512).compact());
  }

  @Test
  void refusesATokenOfAnothersKey() {
    KeyPair others = Jwks.CRV.Ed25519.keyPair().build();

    assertRefused(edDsa, claims().signWith(others.getPrivate(), Jwts.SIG.EdDSA).compact());
    assertRefused(hs256, claims().signWith(Jwts.SIG.HS256.key().build(), Jwts.SIG.HS256).compact());
  }

  @Test
  void refusesATokenThatWasChanged() {
    String[] parts = edDsa(claims()).split("\\.", -1);
    String payload =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace("ada", "eve");
    parts[1] =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(payload.getBytes(StandardCharsets.UTF_8));

    assertRefused(edDsa, String.join(".", parts));
  }

  @Test
  void refusesATokenThatHasExpired() {
    assertRefused(edDsa, edDsa(claims().expiration(Date.from(NOW.minusSeconds(1)))));
  }

  @Test
  void refusesATokenThatNeverExpires() {
    assertRefused(edDsa, edDsa(claims().expiration(null)));
  }

  @Test
  void refusesATokenForOthersOrOfOthers() {
    assertRefused(edDsa, edDsa(claims().issuer("elsewhere")));
    assertRefused(edDsa, edDsa(claims().audience().clear().add("payroll").and()));
  }

  @Test
  void refusesASubjectThatWouldBreakOutOfAHeader() {
    assertRefused(edDsa, edDsa(claims().subject("ada\r\nx-gateway-role: admin")));
    assertRefused(edDsa, edDsa(claims().subject(null)));
  }

  @Test
  void readsKeysFromTheirFiles(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("key");
    Files.writeString(file, Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()));
    assertThat(TokenKey.read("EdDSA", file)).isInstanceOf(TokenKey.Ed25519.class);
    assertThatThrownBy(() -> TokenKey.read("none", file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there are EdDSA and HS256");

    Files.writeString(file, Base64.getEncoder().encodeToString(new byte[16]));
    assertThatThrownBy(() -> TokenKey.read("EdDSA", file))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package security;

import static org.assertj.core.api.Assertions.assertThat;

import attack.Attack;
import attack.Control;
import basics.Logging;
import extensions.BrokerServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import lifecycle.PluginClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Someone who has got hold of a token, or tries without: each of them gets the secret when the
/// defence is taken out. The plugins are processes, the connections are mutual TLS.
class TokenReplayAttackTest {
  private static final String SECRET = "open sesame";

  private final List<Denial> denials = new CopyOnWriteArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final RequestLog log = new RequestLog();
  private final SecretVault vault =
      new SecretVault(denials::add, InstantSource.system(), nanos::get);
  private final PluginClient client =
      PluginClient.of(
          HostilePlugin.config()
              .security(AutoMtls.host())
              .dialer(builder -> builder.intercept(log))
              .build());

  @BeforeAll
  static void logToStderr() {
    Logging.toStderr();
  }

  @BeforeEach
  void keepASecret() {
    vault.put("victim", "api-key", Secret.of(SECRET.toCharArray()));
  }

  @AfterEach
  void end() {
    client.close();
    vault.close();
  }

  @AfterAll
  static void nothingIsLeft() {
    Helper.assertNothingRuns();
  }

  private HostilePlugin.Tools plugin() {
    return client.dispense("order", HostilePlugin.Tools.class);
  }

  private SecretHandover handover(HostilePlugin.Tools plugin) {
    return vault.handover("victim", plugin.channel(), plugin.broker());
  }

  /// Lets the plugin's process show a token to the exchange of that connection.
  private static String show(HostilePlugin.Tools plugin, SecretHandover connection, byte[] token) {
    try (BrokerServer exchange = connection.serve()) {
      return show(plugin, exchange, token);
    }
  }

  private static String show(HostilePlugin.Tools plugin, BrokerServer exchange, byte[] token) {
    return plugin.tell(
        "exchange %d %s".formatted(exchange.streamId(), HexFormat.of().formatHex(token)));
  }

  private void assertRefused(String answer, String reason) {
    assertThat(answer)
        .startsWith("refused: Status{code=PERMISSION_DENIED")
        .contains("permission denied for the plugin \"victim\"", reason)
        .doesNotContain(SECRET);
    assertThat(denials.getLast().text()).contains(reason).doesNotContain(SECRET);
    assertThat(denials.getLast().plugin()).isEqualTo("victim");
    denials.removeLast();
    assertThat(denials).isEmpty();
  }

  /// The positive control of all that follows.
  @Test
  @Control({"the single-use token, a second time", "the single-use token of another process"})
  void aFreshTokenOfThisConnectionIsWorthTheSecretOnce() {
    HostilePlugin.Tools plugin = plugin();
    SecretHandover connection = handover(plugin);
    byte[] token = vault.tokens().make(connection, "api-key");
    try (BrokerServer exchange = connection.serve()) {
      assertThat(show(plugin, exchange, token)).isEqualTo(SECRET);

      assertRefused(show(plugin, exchange, token), "has been used");
    }
  }

  @Test
  @Attack(
      value = "the single-use token, a second time",
      defence = "a token is void after its first use",
      exercise = "4")
  void aTokenFromALogOfRequestsIsWorthNothing() {
    HostilePlugin.Tools plugin = plugin();
    SecretHandover connection = handover(plugin);
    connection.run();
    assertThat(plugin.tell("take api-key 0")).isEqualTo(SECRET);

    byte[] stolen = log.tokens().getFirst();

    assertRefused(show(plugin, connection, stolen), "has been used");
    assertRefused(show(plugin, handover(plugin), stolen), "another connection");
  }

  @Test
  @Attack(
      value = "the single-use token of another process",
      defence = "a token belongs to one connection",
      exercise = "4")
  void aTokenOfAnotherProcessIsWorthNothingAndIsVoid() {
    HostilePlugin.Tools plugin = plugin();
    SecretHandover connection = handover(plugin);
    byte[] token = vault.tokens().make(connection, "api-key");
    try (PluginClient thief =
        PluginClient.of(HostilePlugin.config().security(AutoMtls.host()).build())) {
      HostilePlugin.Tools tools = thief.dispense("order", HostilePlugin.Tools.class);

      assertRefused(show(tools, handover(tools), token), "another connection");
    }

    // Two have seen it: not even its owner is served now.
    assertRefused(show(plugin, connection, token), "has been used");
  }

  @Test
  void aTokenThatWasKeptIsWorthNothing() {
    HostilePlugin.Tools plugin = plugin();
    SecretHandover connection = handover(plugin);
    byte[] good = vault.tokens().make(connection, "api-key");
    byte[] kept = vault.tokens().make(connection, "api-key");

    nanos.addAndGet(SecretTokens.LIFE.toNanos());
    assertThat(show(plugin, connection, good)).isEqualTo(SECRET);

    nanos.addAndGet(1);
    assertRefused(show(plugin, connection, kept), "is 30 s old");
    nanos.addAndGet(Duration.ofMinutes(11).toNanos());
    byte[] ignored = vault.tokens().make(connection, "api-key");
    assertRefused(show(plugin, connection, kept), "is forgotten");
  }

  @Test
  void aGuessIsWorthNothing() {
    HostilePlugin.Tools plugin = plugin();
    SecretHandover connection = handover(plugin);
    byte[] token = vault.tokens().make(connection, "api-key");
    byte[] near = token.clone();
    near[31] ^= 1;

    assertRefused(show(plugin, connection, near), "never made");
    assertRefused(show(plugin, connection, new byte[32]), "never made");
    assertThat(show(plugin, connection, new byte[31]))
        .startsWith("refused: Status{code=INVALID_ARGUMENT");
    assertThat(show(plugin, connection, token)).isEqualTo(SECRET);
  }

  @Test
  void anOfferThatFailsLeavesNoGoodToken() {
    HostilePlugin.Tools plugin = plugin();
    SecretHandover connection = handover(plugin);
    byte[] token = vault.tokens().make(connection, "api-key");

    assertThat(vault.tokens().withdraw(token)).as("it was used").isFalse();

    assertRefused(show(plugin, connection, token), "has been used");
  }

  @Test
  void ofManyAtTheSameMomentOneGetsIt() throws Exception {
    int rounds = 200;
    int thieves = 8;
    SecretTokens tokens = vault.tokens();
    try (ExecutorService threads = Executors.newFixedThreadPool(thieves)) {
      for (int round = 0; round < rounds; round++) {
        byte[] token = tokens.make(this, "api-key");
        CountDownLatch go = new CountDownLatch(thieves);
        Callable<Boolean> thief =
            () -> {
              go.countDown();
              assertThat(go.await(30, TimeUnit.SECONDS)).isTrue();
              return tokens.spend(this, token) instanceof SecretTokens.Worth.Good;
            };
        List<Future<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < thieves; i++) {
          tries.add(threads.submit(thief));
        }
        int served = 0;
        for (Future<Boolean> attempt : tries) {
          served += attempt.get(30, TimeUnit.SECONDS) ? 1 : 0;
        }
        assertThat(served).as("round %d", round).isEqualTo(1);
      }
    }
  }
}

package security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.Logging;
import course.secrets.v1.OfferRequest;
import course.secrets.v1.SecretInboxGrpc;
import extensions.BrokerConnector;
import extensions.PluginCatalog;
import extensions.PluginHandle;
import extensions.PluginManifest;
import extensions.PluginReadiness;
import extensions.PluginRegistry;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import lifecycle.ClientConfig;
import lifecycle.PluginClient;
import lifecycle.PluginSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Secrets on their way to a plugin's process.
class SecretVaultTest {
  private static final String KEY = "tr0ub4dor & größer 3";
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir private Path folder = Path.of("");
  private final List<Denial> denials = new CopyOnWriteArrayList<>();
  private final SecretVault vault = new SecretVault(denials::add);

  @BeforeAll
  static void logToStderr() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    Helper.assertNothingRuns();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void secretsArriveAndLeaveNoTrace(boolean multiplexed) throws IOException {
    vault.put("hostile", "api-key", Secret.of(KEY.toCharArray()));
    vault.put("hostile", "password", Secret.of("second".toCharArray()));
    vault.put("other", "api-key", Secret.of("of the other".toCharArray()));
    RequestLog log = new RequestLog();
    ClientConfig config =
        HostilePlugin.config()
            .security(AutoMtls.host())
            .connector(multiplexed ? BrokerConnector.multiplexed() : BrokerConnector.direct())
            .dialer(builder -> builder.intercept(log))
            .build();
    try (vault;
        PluginClient client = PluginClient.of(config)) {
      HostilePlugin.Tools tools = client.dispense("order", HostilePlugin.Tools.class);

      vault.handover("hostile", tools.channel(), tools.broker()).run();

      // What was sent to the plugin and what it answered, until here.
      assertThat(log.tokens()).hasSize(2).doesNotHaveDuplicates();
      assertThat(log.bytes())
          .contains("api-key")
          .doesNotContain("tr0ub4dor", "second", "of the other");
      Path process = Path.of("/proc", client.id().orElseThrow());
      for (String file : List.of("environ", "cmdline")) {
        String text = Files.readString(process.resolve(file), StandardCharsets.ISO_8859_1);
        assertThat(text).as(file).isNotEmpty().doesNotContain("tr0ub4dor", "second");
        log.tokens().forEach(token -> assertThat(text).as(file).doesNotContain(forms(token)));
      }
      assertThat(tools.tell("take api-key 0")).isEqualTo(KEY);
      assertThat(tools.tell("take password 0")).isEqualTo("second");
      // It has been taken, and no one offers it again.
      assertThat(tools.tell("take password 0"))
          .contains("has not handed over the secret \"password\"", "SecretVault.put");
    }
    assertThat(denials).isEmpty();
  }

  private static List<CharSequence> forms(byte[] token) {
    return List.of(
        new String(token, StandardCharsets.ISO_8859_1),
        HexFormat.of().formatHex(token),
        Base64.getEncoder().withoutPadding().encodeToString(token));
  }

  @Test
  void nothingIsHandedOverWithoutMutualTls() {
    vault.put("hostile", "api-key", Secret.of(KEY.toCharArray()));
    try (vault;
        PluginClient client = PluginClient.of(HostilePlugin.config().build())) {
      HostilePlugin.Tools tools = client.dispense("order", HostilePlugin.Tools.class);
      SecretHandover handover = vault.handover("hostile", tools.channel(), tools.broker());

      assertThatThrownBy(handover::run)
          .isInstanceOf(SecretException.class)
          .hasMessageContaining("the secret \"api-key\" has not reached the plugin \"hostile\"")
          .hasMessageContaining("UNAUTHENTICATED")
          .hasMessageContaining("mutual TLS")
          .hasMessageNotContaining("tr0ub4dor");
      assertThat(tools.tell("take api-key 0")).startsWith("refused: ");
    }
    assertThat(denials).extracting(Denial::plugin).containsExactly("hostile");
  }

  @Test
  void pluginWithoutInboxGetsAnAdviceInsteadOfASecret() {
    vault.put("helper", "api-key", Secret.of(KEY.toCharArray()));
    ClientConfig config =
        Helper.plugin("broker")
            .plugins(
                PluginSet.of(
                    "secrets", SecretHandover.class, context -> vault.handover("helper", context)))
            .connector(BrokerConnector.direct())
            .security(AutoMtls.host())
            .build();
    try (vault;
        PluginClient client = PluginClient.of(config)) {
      SecretHandover handover = client.dispense("secrets", SecretHandover.class);

      assertThatThrownBy(handover::run)
          .isInstanceOf(SecretException.class)
          .hasMessageContaining("UNIMPLEMENTED")
          .hasMessageContaining("no SecretInbox among its services");
    }
  }

  @Test
  void inboxRefusesAnOfferThatNamesNoStream() {
    try (PluginClient client =
        PluginClient.of(HostilePlugin.config().security(AutoMtls.host()).build())) {
      assertThatThrownBy(
              () ->
                  SecretInboxGrpc.newBlockingStub(client.channel())
                      .offer(OfferRequest.newBuilder().setName("x").build()))
          .isInstanceOf(StatusRuntimeException.class)
          .hasMessageContaining("INVALID_ARGUMENT")
          .hasMessageContaining("host_stream_id is 0");
    }
  }

  private PluginManifest manifest() throws IOException {
    List<String> command =
        Helper.command(HostilePlugin.class).stream().map(word -> '"' + word + '"').toList();
    Path file = folder.resolve(PluginManifest.FILE_NAME);
    Files.writeString(
        file, "name: hostile\nkind: order\nversion: 1.0.0\ncommand: %s\n".formatted(command));
    return PluginManifest.read(file);
  }

  private ClientConfig config(PluginManifest manifest) {
    return manifest
        .config(HostilePlugin.HANDSHAKE)
        .plugins(
            PluginSet.of(
                "secrets",
                SecretHandover.class,
                context -> vault.handover(manifest.name(), context)))
        .connector(BrokerConnector.direct())
        .security(AutoMtls.host())
        .startTimeout(LONG)
        .build();
  }

  @Test
  void eachStartOfARegistryGetsTheSecretsBeforeItIsReady() throws IOException {
    vault.put("hostile", "api-key", Secret.of("first".toCharArray()));
    try (vault;
        PluginRegistry registry =
            PluginRegistry.builder(PluginCatalog.of(List.of(manifest())), this::config)
                .prepare((of, client) -> client.dispense("secrets", SecretHandover.class).run())
                .open()) {
      PluginHandle plugin = registry.plugin("hostile").awaitReady(LONG);
      Channel channel = plugin.channel();
      assertThat(Order.call(channel, Order.TELL, "take api-key 0")).isEqualTo("first");

      vault.put("hostile", "api-key", Secret.of("second".toCharArray()));
      assertThat(registry.swap("hostile").drained()).isTrue();
      assertThat(Order.call(channel, Order.TELL, "take api-key 0")).isEqualTo("second");

      vault.close();
      assertThat(plugin.snapshot().readiness()).isEqualTo(PluginReadiness.READY);
    }
  }

  @Test
  void aSecretSaysNothingOfItselfAndIsZeroedInTheEnd() {
    char[] text = KEY.toCharArray();
    Secret secret = Secret.of(text);
    byte[] bytes = KEY.getBytes(StandardCharsets.UTF_8);

    assertThat(secret.text()).isEqualTo(text);
    assertThat(secret.bytes()).isEqualTo(bytes);
    assertThat(secret).hasToString("Secret[hidden]");
    secret.close();
    assertThatThrownBy(secret::bytes).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(secret::text).isInstanceOf(IllegalStateException.class);

    byte[] own = bytes.clone();
    Secret adopted = Secret.adopt(own);
    adopted.close();
    assertThat(own).containsOnly(0);
    assertThatThrownBy(() -> Secret.of(new char[] {'a', '\ud800'}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("surrogate");
    assertThatThrownBy(() -> Secret.of(new byte[] {(byte) 0xff}).text())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no UTF-8");
  }

  @Test
  void theVaultZeroesWhatItReplacesAndWhatItHasInTheEnd() {
    Secret first = Secret.of(new byte[] {1});
    Secret second = Secret.of(new byte[] {2});
    vault.put("p", "n", first);
    vault.put("p", "n", second);

    assertThatThrownBy(first::bytes).isInstanceOf(IllegalStateException.class);
    assertThat(vault.bytes("p", "n")).contains(new byte[] {2});
    assertThat(vault.names("q")).isEmpty();
    assertThatThrownBy(() -> vault.put("p", " ", second))
        .isInstanceOf(IllegalArgumentException.class);
    vault.close();
    assertThatThrownBy(second::bytes).isInstanceOf(IllegalStateException.class);
    assertThat(vault.bytes("p", "n")).isEmpty();
  }

  @Test
  void anInboxWaitsForWhatIsToCome() {
    SecretInbox inbox = new SecretInbox();

    assertThatThrownBy(() -> inbox.take("x", Duration.ofMillis(1)))
        .isInstanceOf(SecretException.class)
        .hasMessageContaining("within PT0.001S");
  }
}

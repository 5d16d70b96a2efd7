package security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lifecycle.PluginSecurity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Someone who starts a plugin without being its host. The cookie is no secret: it keeps a plugin
/// from opening its door to whoever runs it by mistake, and it does so before anything else.
class CookieAttackTest {
  private static final int SECONDS = 60;

  @TempDir private Path folder = Path.of("");

  @AfterAll
  static void nothingIsLeft() {
    Helper.assertNothingRuns();
  }

  private ProcessBuilder plugin(Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(Helper.command(HelperPlugin.class, "auto"));
    builder.environment().remove(HelperPlugin.COOKIE.key());
    builder.environment().put("PLUGIN_UNIX_SOCKET_DIR", folder.toString());
    builder.environment().putAll(environment);
    return builder.redirectError(folder.resolve("stderr").toFile());
  }

  private static String certificate() {
    return PemText.write(PemText.CERTIFICATE, Field6.der(ThrowawayCertificate.make(Instant.now())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "", "Helper", "helper ", "helper2"})
  void aPluginOpensNoDoorWithoutTheCookie(String cookie) throws Exception {
    Map<String, String> environment =
        cookie.equals("none")
            ? Map.of(PluginSecurity.CLIENT_CERTIFICATE, certificate())
            : Map.of(HelperPlugin.COOKIE.key(), cookie);
    Process process = plugin(environment).start();
    try {
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("it ends by itself").isTrue();

      assertThat(process.exitValue()).isEqualTo(1);
      assertThat(process.getInputStream().readAllBytes()).as("stdout").isEmpty();
      assertThat(Files.readString(folder.resolve("stderr"))).contains("plugin", "host");
      assertThat(folder).isDirectoryNotContaining("glob:**plugin*");
    } finally {
      process.destroyForcibly();
    }
  }

  /// The positive control.
  @Test
  void aPluginOpensItsDoorWithTheCookie() throws Exception {
    Process process =
        plugin(Map.of(HelperPlugin.COOKIE.key(), HelperPlugin.COOKIE.value())).start();
    try (BufferedReader stdout =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line =
          CompletableFuture.supplyAsync(() -> readLine(stdout)).get(SECONDS, TimeUnit.SECONDS);

      assertThat(line).startsWith("1|1|unix|" + folder);
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static String readLine(BufferedReader stdout) {
    try {
      return String.valueOf(stdout.readLine());
    } catch (IOException e) {
      return e.toString();
    }
  }
}

package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a plugin when its host, a process of its own here, ends in one way or another.
class HostDeathTest {
  /// On a machine that is busy with other tests a graceful end takes its time.
  private static final KillTimes PATIENT =
      new KillTimes(Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofSeconds(5));

  @TempDir private Path folder;

  @AfterAll
  static void nothingRuns() {
    Helper.assertNothingRuns();
  }

  @Test
  @Tag("F37")
  @Tag("case-68")
  void aPluginEndsWithinFiveSecondsOfItsHostsDeath() throws Exception {
    Process host = host(Map.of(), Helper.command(HelperPlugin.class, "plain"));
    try {
      ReattachConfig plugin = plugin(host);
      Path socket = Path.of(plugin.address().address());
      assertThat(Helper.runs(plugin.pid())).isTrue();
      assertThat(socket).exists();

      Helper.signal("KILL", host.pid());

      await()
          .atMost(Duration.ofSeconds(5))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> !Helper.runs(plugin.pid()) && !Files.exists(socket));
    } finally {
      host.destroyForcibly();
    }
  }

  @Test
  @Tag("F25")
  @Tag("F37")
  void aPluginWithoutAWatchOutlivesItsHostAndIsTakenOver() throws Exception {
    Process host = host(Map.of(), Helper.command(HelperPlugin.class, "independent"));
    ReattachConfig plugin = plugin(host);
    try {
      Helper.signal("KILL", host.pid());
      assertThat(host.onExit()).succeedsWithin(Duration.ofSeconds(10));
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(5))
          .until(() -> Helper.runs(plugin.pid()));

      PluginClient second =
          PluginClient.reattach(Helper.plugin("plain").killTimes(PATIENT).build(), plugin);
      second.ping();
      assertThat(second.kill().graceful()).isTrue();
      Helper.awaitGone(plugin.pid());
    } finally {
      host.destroyForcibly();
      ProcessHandle.of(plugin.pid()).ifPresent(ProcessHandle::destroyForcibly);
      // Its host, which would remove it, is dead.
      Files.deleteIfExists(Path.of(plugin.address().address()).resolveSibling(""));
    }
  }

  /// Such as those of its broker.
  @Test
  @Tag("F37")
  void aPluginTakesTheSocketsOfItsDeadHostAlong() throws Exception {
    Process host = host(Map.of(), Helper.command(HelperPlugin.class, "plain"));
    try (ServerSocketChannel ofHost = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      Path socket = Path.of(plugin(host).address().address());
      ofHost.bind(UnixDomainSocketAddress.of(socket.resolveSibling("plugin9")));

      Helper.signal("KILL", host.pid());

      await()
          .atMost(Duration.ofSeconds(5))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> Files.notExists(socket.resolveSibling("")));
    } finally {
      host.destroyForcibly();
    }
  }

  @Test
  @Tag("case-68")
  void aPluginWhoseExitHangsEndsAllTheSameWhenItsHostIsDead() throws Exception {
    Path grandchild = folder.resolve("grandchild");
    Process host =
        host(Map.of(), Helper.command(HelperPlugin.class, "deaf", grandchild.toString()));
    try {
      ReattachConfig plugin = plugin(host);

      Helper.signal("KILL", host.pid());

      await()
          .atMost(Duration.ofSeconds(15))
          .pollInterval(Duration.ofMillis(100))
          .until(() -> !Helper.runs(plugin.pid()));
      Helper.awaitGone(Long.parseLong(Files.readString(grandchild)));
    } finally {
      host.destroyForcibly();
    }
  }

  @Test
  @Tag("F37")
  void aPluginTakesItsDescendantsAlongWhenItsHostIsDead() throws Exception {
    Path file = folder.resolve("grandchild");
    Process host = host(Map.of(), Helper.command(HelperPlugin.class, "family", file.toString()));
    try {
      ReattachConfig plugin = plugin(host);
      long grandchild = Long.parseLong(Files.readString(file));
      assertThat(Helper.runs(grandchild)).isTrue();

      Helper.signal("KILL", host.pid());

      await()
          .atMost(Duration.ofSeconds(10))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> !Helper.runs(plugin.pid()) && !Helper.runs(grandchild));
    } finally {
      host.destroyForcibly();
    }
  }

  @Test
  @Tag("F22")
  void aHostThatIsAskedToEndTakesItsPluginsAlong() throws Exception {
    Path cleanup = folder.resolve("cleanup");
    Process host =
        host(Map.of(), Helper.command(HelperPlugin.class, "cleanup", cleanup.toString()));
    try {
      ReattachConfig plugin = plugin(host);

      Helper.signal("TERM", host.pid());

      assertThat(host.onExit()).succeedsWithin(Duration.ofSeconds(10));
      assertThat(Helper.runs(plugin.pid())).as("the plugin is gone before its host").isFalse();
      assertThat(cleanup).as("it ended in peace").hasContent("cleaned up");
      assertThat(Path.of(plugin.address().address())).doesNotExist();
    } finally {
      host.destroyForcibly();
    }
  }

  /// A plugin in the foreground of a terminal may ask its user.
  @Test
  @Tag("F1")
  @Tag("case-21")
  @Tag("case-80")
  void aPluginReadsTheHostsStdinAndNotTheHandshakeOfTheHostsOwnHost() throws Exception {
    Path told = folder.resolve("told");
    String script =
        """
        read answer
        echo "$answer" > %s
        env | grep ^PLUGIN_ | sort >> %s
        echo '1|1|unix|/tmp/no-such-socket|grpc|'
        exec sleep 300
        """
            .formatted(told, told);
    Process host =
        host(
            Map.of(
                "PLUGIN_CLIENT_CERT", "of another launch",
                "PLUGIN_MULTIPLEX_GRPC", "true",
                "PLUGIN_HOME", "the application's own",
                "PLUGIN_PROTOCOL_VERSIONS", "7,8"),
            List.of("/bin/sh", "-c", script));
    try {
      OutputStream stdin = host.getOutputStream();
      stdin.write("21\n".getBytes(StandardCharsets.UTF_8));
      stdin.flush();
      ReattachConfig unused = plugin(host);
      assertThat(unused.pid()).isPositive();

      assertThat(Files.readAllLines(told))
          .filteredOn(entry -> !entry.startsWith("PLUGIN_UNIX_SOCKET_DIR="))
          .containsExactly(
              "21",
              "PLUGIN_HOME=the application's own",
              "PLUGIN_MAX_PORT=25000",
              "PLUGIN_MIN_PORT=10000",
              "PLUGIN_PROTOCOL_VERSIONS=1");
    } finally {
      host.toHandle().destroy();
      assertThat(host.onExit()).succeedsWithin(Duration.ofSeconds(15));
    }
  }

  private static Process host(Map<String, String> environment, List<String> plugin)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Helper.command(HelperHost.class, plugin.toArray(String[]::new)))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static ReattachConfig plugin(Process host) {
    CompletableFuture<String> line =
        CompletableFuture.supplyAsync(
            () -> host.inputReader().lines().findFirst().orElse("nothing"));
    assertThat(line).as("what the host says").succeedsWithin(Duration.ofSeconds(30));
    return ReattachConfig.fromJson(line.join().substring(line.join().indexOf('{')));
  }
}

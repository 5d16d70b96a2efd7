package newplugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import basics.Logging;
import basics.MagicCookie;
import basics.PluginException;
import extensions.BrokerConnector;
import extensions.ConfiguredPlugins;
import extensions.PluginCatalog;
import extensions.PluginConfig;
import extensions.PluginHandle;
import extensions.PluginManifest;
import extensions.PluginReadiness;
import extensions.PluginRegistry;
import extensions.SwapReport;
import io.grpc.Channel;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lifecycle.ClientConfig;
import lifecycle.DispenseContext;
import lifecycle.HandshakeConfig;
import lifecycle.PluginClient;
import lifecycle.PluginSet;
import lifecycle.UnixSocketConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A project is made, built by Maven and moved; then a host finds it by its manifest and uses it.
@Timeout(300)
class NewProjectBuildTest {
  private static final MagicCookie COOKIE = new MagicCookie("COURSE_PLUGIN", "extensions");
  private static final Duration LONG = Duration.ofSeconds(60);

  private static final String CONFIGURATION =
      """
      plugins:
        runtime-x:
          kind: other
          directory: runtime-x
      """;

  /// Has a blank in its name: what is not quoted breaks.
  private static Path plugins = Path.of("");

  private static Path sockets = Path.of("");
  private static Path project = Path.of("");

  @BeforeAll
  static void makeAndBuildAndMove(@TempDir Path temporary)
      throws IOException, InterruptedException {
    Logging.toStderr();
    Path folder = Files.createDirectory(temporary.toRealPath().resolve("a place"));
    Course.Run run = Course.newPlugin("runtime-x", "--folder", folder.resolve("new").toString());
    assertThat(run.status()).as(run.err()).isZero();

    Path log = temporary.resolve("maven.log");
    Process maven =
        new ProcessBuilder("mvn", "-B", "-q", "package")
            .directory(folder.resolve("new").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = maven.waitFor(240, TimeUnit.SECONDS);
    maven.descendants().forEach(ProcessHandle::destroyForcibly);
    maven.destroyForcibly();
    assertThat(ended).as("Maven ends in time: " + Files.readString(log)).isTrue();
    assertThat(maven.exitValue()).as(Files.readString(log)).isZero();

    plugins = Files.createDirectory(temporary.resolve("my plugins"));
    sockets = Files.createDirectory(temporary.resolve("s"));
    project = Files.move(folder.resolve("new"), plugins.resolve("runtime-x"));
  }

  @AfterAll
  static void nothingIsLeft() throws IOException {
    assertThat(sockets).isEmptyDirectory();
    await("no process is left")
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () ->
                assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                    .isEmpty());
    forgetFramework();
  }

  /// Maven keeps a copy of each version of the framework that it has seen. This one was only for
  /// the test.
  private static void forgetFramework() throws IOException {
    String repository =
        System.getProperty(
            "localRepository",
            Path.of(System.getProperty("user.home"), ".m2/repository").toString());
    Path copies = Path.of(repository, "course/plugins/plugin-framework");
    try (Stream<Path> versions =
        Files.list(project.resolve("lib/course/plugins/plugin-framework"))) {
      for (Path version : versions.toList()) {
        Path copy = copies.resolve(version.getFileName());
        if (Files.isDirectory(copy)) {
          FileTrees.delete(copy);
        }
      }
    }
  }

  /// As lesson 3's host has it, which knows the cookie and not the kind; but with its sockets in a
  /// folder that is looked into at the end.
  private static ClientConfig.Builder config(PluginManifest manifest) {
    PluginSet channel = PluginSet.of("channel", Channel.class, DispenseContext::channel);
    return manifest
        .config(new HandshakeConfig(1, COOKIE))
        .plugins(1, channel)
        .plugins(2, channel)
        .connector(BrokerConnector.direct())
        .unixSockets(UnixSocketConfig.DEFAULT.withTempDirectory(sockets))
        .startTimeout(LONG);
  }

  private static URLClassLoader classes() throws IOException {
    return new URLClassLoader(
        new URL[] {project.resolve("target/classes").toUri().toURL()},
        NewProjectBuildTest.class.getClassLoader());
  }

  /// The project's own client: its classes are not on this test's class path.
  private record Greeter(Object client, Method method) {
    static Greeter of(Channel channel, URLClassLoader classes) throws ReflectiveOperationException {
      Object client =
          classes
              .loadClass("plugin.runtimex.RuntimeXClient")
              .getConstructor(Channel.class)
              .newInstance(channel);
      Method method =
          classes.loadClass("plugin.runtimex.RuntimeXContract").getMethod("greet", String.class);
      return new Greeter(client, method);
    }

    Object greet(String name) throws ReflectiveOperationException {
      return method.invoke(client, name);
    }
  }

  @Test
  void aHostFindsItByItsManifest() throws IOException {
    PluginCatalog catalog = PluginCatalog.discover(plugins);

    assertThat(catalog.withCapability("greeting"))
        .singleElement()
        .satisfies(found -> assertThat(found.label()).isEqualTo("runtime-x 1.0.0"));
    try (PluginRegistry registry =
        PluginRegistry.builder(catalog, found -> config(found).build()).open()) {
      registry.startAll(LONG);
    }
  }

  @Test
  void aHostLoadsItByItsConfigurationUsesItAndReplacesIt()
      throws IOException, ReflectiveOperationException {
    Path file = plugins.resolve("plugin-config.yaml");
    Files.writeString(file, CONFIGURATION);
    PluginConfig before = PluginConfig.load(file);

    try (URLClassLoader classes = classes();
        PluginRegistry registry =
            PluginRegistry.builder(
                    ConfiguredPlugins.catalog(before), found -> config(found).build())
                .open()) {
      PluginHandle plugin = registry.plugin("runtime-x").awaitReady(LONG);
      Greeter greeter = Greeter.of(plugin.channel(), classes);
      assertThat(greeter.greet("Ada")).isEqualTo("Hello, Ada!");
      assertThatThrownBy(() -> greeter.greet(" "))
          .hasCauseInstanceOf(IllegalArgumentException.class)
          .rootCause()
          .hasMessageContaining("the name is blank");

      Files.writeString(file, CONFIGURATION + "    settings:\n      greeting: Good  evening\n");
      PluginConfig after = PluginConfig.load(file);
      PluginManifest next =
          ConfiguredPlugins.configured(
              PluginManifest.read(project.resolve(PluginManifest.FILE_NAME)),
              "runtime-x",
              after.plugin("runtime-x").orElseThrow());
      SwapReport report = registry.swap(next);

      assertThat(report.drained()).isTrue();
      assertThat(plugin.snapshot().readiness()).isEqualTo(PluginReadiness.READY);
      assertThat(greeter.greet("Ada"))
          .as("arguments are passed on as they are")
          .isEqualTo("Good  evening, Ada!");
    }
  }

  @Test
  void startsOnAJdk25AlsoIfTheJavaOnPathIsOlder(@TempDir Path temporary) throws IOException {
    ClientConfig config =
        config(PluginManifest.read(project.resolve(PluginManifest.FILE_NAME)))
            .environment("JAVA_HOME", "")
            .environment("PATH", oldJava(temporary) + ":/usr/bin:/bin")
            .environment("JDK_DIRS", System.getProperty("java.home"))
            .build();

    try (PluginClient plugin = PluginClient.of(config)) {
      plugin.start();
      plugin.ping();
      assertThat(plugin.kill().graceful()).isTrue();
    }
  }

  @Test
  void saysWhatToDoWithoutAJdk25(@TempDir Path temporary) throws IOException {
    ClientConfig config =
        config(PluginManifest.read(project.resolve(PluginManifest.FILE_NAME)))
            .environment("JAVA_HOME", "")
            .environment("PATH", oldJava(temporary) + ":/usr/bin:/bin")
            .environment("JDK_DIRS", temporary.toString())
            .environment("JBANG_DIR", temporary.toString())
            .environment("JBANG_CACHE_DIR", temporary.toString())
            .build();

    try (PluginClient plugin = PluginClient.of(config)) {
      assertThatThrownBy(plugin::start)
          .isInstanceOf(PluginException.class)
          .hasMessageContaining("No JDK 25 or newer");
    }
  }

  /// A folder with a `java` of version 17 that must not be started.
  private static Path oldJava(Path folder) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("jdk17/bin"));
    Files.writeString(folder.resolve("jdk17/release"), "JAVA_VERSION=\"17.0.1\"\n");
    Template.makeExecutable(Files.writeString(bin.resolve("java"), "#!/bin/sh\nexit 77\n"));
    return bin;
  }

  @Test
  void saysWhatToDoIfItIsNotBuilt(@TempDir Path temporary)
      throws IOException, InterruptedException {
    Path script = Files.createDirectory(temporary.resolve("bin")).resolve("runtime-x");
    Files.copy(project.resolve("bin/runtime-x"), script);
    Path output = temporary.resolve("output");

    Process process =
        new ProcessBuilder("/bin/sh", script.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(output).content().contains("runtime-x is not built: run 'mvn -q package' in");
  }

  @Test
  void aPersonWhoStartsItIsToldSo(@TempDir Path temporary)
      throws IOException, InterruptedException {
    Path errors = temporary.resolve("errors");
    ProcessBuilder builder =
        new ProcessBuilder(project.resolve("bin/runtime-x").toString())
            .directory(temporary.toFile())
            .redirectError(errors.toFile());
    builder.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home")));
    builder.environment().remove("COURSE_PLUGIN");

    Process process = builder.start();

    assertThat(process.getInputStream().readAllBytes()).isEmpty();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(errors).content().isNotBlank();
  }

  @Test
  void theReadmeFitsTerminals() throws IOException {
    assertThat(Files.readAllLines(project.resolve("README.md")))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }
}

package extensions;

import basics.MagicCookie;
import contract.FileStore;
import contract.WebFetcher;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lifecycle.ClientConfig;
import lifecycle.HandshakeConfig;
import lifecycle.PluginServer;
import lifecycle.PluginSet;
import lifecycle.ServeConfig;
import lifecycle.ServiceSet;

/// A plugin for tests, as a process of its own, with 32 MiB of heap. Its arguments: `files`, a
/// directory and a size limit, or `web` and a port of 127.0.0.1 that it may ask.
final class IoPlugin {
  private static final HandshakeConfig HANDSHAKE =
      new HandshakeConfig(1, new MagicCookie("TEST_PLUGIN", "io"));

  private IoPlugin() {}

  public static void main(String[] args) {
    PluginServer.serve(
        ServeConfig.of(
            HANDSHAKE,
            switch (args[0]) {
              case "files" ->
                  ServiceSet.of(
                      "files",
                      () ->
                          new FileStoreService(
                              new ConfinedFiles(
                                  FileRules.of(
                                      List.of(Path.of(args[1])), Long.parseLong(args[2])))));
              default ->
                  ServiceSet.of(
                      "web",
                      () ->
                          new WebFetcherService(
                              new JdkWebFetcher(webRules(Integer.parseInt(args[1])))));
            }));
  }

  static WebRules webRules(int port) {
    return WebRules.of(List.of("127.0.0.1", "localhost"), 64L << 20, Duration.ofSeconds(20))
        .withPorts(Set.of(port))
        .withAddresses(List.of("127.0.0.0/8", "::1"));
  }

  /// A host's configuration for that plugin, whose sockets lie in a folder.
  static ClientConfig config(Path folder, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx32m",
            "-XX:MaxDirectMemorySize=32m",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath(),
            IoPlugin.class.getName()));
    command.addAll(List.of(arguments));
    return ClientConfig.builder(HANDSHAKE, command)
        .plugins(
            PluginSet.of(
                    "files", FileStore.class, context -> new FileStoreClient(context.channel()))
                .and("web", WebFetcher.class, context -> new WebFetcherClient(context.channel())))
        .environment("TMPDIR", folder.toString())
        .startTimeout(Duration.ofSeconds(30))
        .build();
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((left, right) -> left + File.pathSeparator + right)
        .orElseThrow();
  }
}

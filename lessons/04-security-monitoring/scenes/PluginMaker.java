package scenes;

import basics.PluginProgram;
import com.google.common.base.Splitter;
import extensions.PluginManifest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import security.PluginSigner;
import security.SignedManifest;
import security.SigningKey;
import security.TrustStore;

/// The people who make the lesson's plugins: they pack each one into a folder of its own, with all
/// its libraries, and sign it. In the field they sit at another machine, and their key is there.
///
/// @param lesson the lesson's folder; what is made lies in its `.build`
public record PluginMaker(Path lesson) {
  /// The names of the plugins.
  public static final List<String> PLUGINS = List.of("calculator", "file-ops", "network");

  private static final String COMMAND = "command:";

  /// Where the plugins' folders are.
  public Path plugins() {
    return lesson.resolve(".build/plugins");
  }

  private Path keyFile() {
    return lesson.resolve(".build/maker.key");
  }

  private Path trust() {
    return lesson.resolve(".build/trust");
  }

  /// The key that signs; made on the first day.
  ///
  /// @throws security.SigningKeyException if it cannot be read or written
  public SigningKey key() {
    if (!Files.exists(keyFile())) {
      SigningKey.generate().write(keyFile());
    }
    return SigningKey.read(keyFile());
  }

  /// What the makers have sent to the host's people by a way that both trust: their public key.
  ///
  /// @throws IOException if it cannot be written
  public TrustStore trustedBy() throws IOException {
    Path file = Files.createDirectories(trust().resolve("own")).resolve("maker.pem");
    Files.deleteIfExists(file);
    key().verifyKey().write(file);
    return TrustStore.load(trust());
  }

  /// Packs all plugins anew.
  ///
  /// @throws IOException if a file cannot be read or written
  /// @throws basics.JavaBuildException if the plugins' program does not compile
  public void packAll() throws IOException {
    List<String> command = PluginProgram.compile(lesson.resolve("Plugin.java")).command();
    for (String name : PLUGINS) {
      Path folder = plugins().resolve(name);
      delete(folder);
      Files.createDirectories(folder.resolve("lib"));
      Path manifest = lesson.resolve("plugins").resolve(name).resolve(PluginManifest.FILE_NAME);
      Files.writeString(
          folder.resolve(PluginManifest.FILE_NAME),
          withCommand(
              Files.readString(manifest).replace("@lesson@", lesson.toString()),
              packed(command, folder),
              name));
    }
  }

  /// Signs what is there.
  public SignedManifest sign(String name) {
    return PluginSigner.sign(plugins().resolve(name), key());
  }

  /// Copies the jars of the class path into the folder, and names them as they are there.
  private static List<String> packed(List<String> command, Path folder) throws IOException {
    List<String> words = new ArrayList<>(command);
    int classPath = words.indexOf("-cp") + 1;
    List<String> jars = new ArrayList<>();
    for (String jar : Splitter.on(File.pathSeparatorChar).split(words.get(classPath))) {
      String name = "lib/%02d-%s".formatted(jars.size(), Path.of(jar).getFileName());
      Files.copy(Path.of(jar), folder.resolve(name));
      jars.add(name);
    }
    words.set(classPath, String.join(File.pathSeparator, jars));
    return words;
  }

  private static String withCommand(String manifest, List<String> command, String name) {
    String words =
        command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", ", "[", ""));
    return manifest
        .lines()
        .map(line -> line.startsWith(COMMAND) ? COMMAND + " " + words + ", " + name + "]" : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// A copy of a plugin's folder, for an attacker to change.
  ///
  /// @throws IOException if it cannot be made
  public Path stolen(String name) throws IOException {
    Path from = plugins().resolve(name);
    Path to = lesson.resolve(".build/stolen").resolve(name);
    delete(to);
    for (Path file : files(from)) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
    }
    return to;
  }

  /// Changes one byte of the plugin's own jar.
  ///
  /// @return which file it is
  /// @throws IOException if it cannot be changed
  public static Path change(Path folder) throws IOException {
    Path jar =
        files(folder).stream()
            .filter(file -> file.toString().endsWith(".jar"))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    byte[] bytes = Files.readAllBytes(jar);
    bytes[bytes.length / 2]++;
    Files.write(jar, bytes);
    return jar.getFileName();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      // What lies in a folder goes before the folder.
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

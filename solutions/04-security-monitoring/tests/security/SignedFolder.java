package security;

import extensions.PluginManifest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// A plugin's folder as its makers would have it: a manifest, a script, a jar.
///
/// @param path the folder
record SignedFolder(Path path) {
  static final String SCRIPT = "bin/run.sh";
  static final String JAR = "lib/plugin.jar";

  /// A calculator that really runs, not yet signed.
  static SignedFolder make(Path plugins, String name) throws IOException {
    SignedFolder folder = new SignedFolder(plugins.resolve(name));
    Files.createDirectories(folder.file("bin/x").getParent());
    Files.createDirectories(folder.file("lib/x").getParent());
    folder.write(
        PluginManifest.FILE_NAME,
        """
        name: %s
        kind: calculator
        version: 1.0.0
        command: [%s]
        permissions: {calls: ['course.calculator.v1.Calculator/*'], memory: 512MB}
        """
            .formatted(name, SCRIPT));
    folder.script("exec " + java());
    folder.jar();
    return folder;
  }

  /// Makes the script anew.
  void script(String command) throws IOException {
    write(SCRIPT, "#!/bin/sh\n" + command + "\n");
    Files.setPosixFilePermissions(file(SCRIPT), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// The plugin's class comes from the jar in the working directory, its libraries from the tests'.
  private static String java() {
    Path classes = testClasses();
    List<String> classPath = new ArrayList<>(List.of(JAR));
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath())
        .filter(entry -> !entry.equals(classes))
        .forEach(entry -> classPath.add(entry.toString()));
    return "'%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -cp '%s' %s plain"
        .formatted(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            String.join(File.pathSeparator, classPath),
            HelperPlugin.class.getName());
  }

  private static Path testClasses() {
    return Path.of(
        HelperPlugin.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  private void jar() throws IOException {
    Path classes = testClasses();
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file(JAR)));
        Stream<Path> files = Files.list(classes.resolve("security"))) {
      for (Path file : files.sorted().toList()) {
        jar.putNextEntry(new JarEntry("security/" + file.getFileName()));
        jar.write(Files.readAllBytes(file));
      }
    }
  }

  Path file(String name) {
    return path.resolve(name);
  }

  void write(String name, String content) throws IOException {
    Files.writeString(file(name), content);
  }

  SignedFolder sign(SigningKey key) {
    SignedManifest signed = PluginSigner.sign(path, key);
    if (signed.files().isEmpty()) {
      throw new IllegalStateException("nothing was signed");
    }
    return this;
  }

  /// The manifest as a host reads it.
  PluginManifest manifest() {
    return PluginManifest.read(file(PluginManifest.FILE_NAME));
  }
}

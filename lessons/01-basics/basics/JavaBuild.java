package basics;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// Compiles Java files into a jar, and keeps the jar until a file changes.
///
/// Safe for use by several processes at once: a jar appears whole or not at all.
public final class JavaBuild {
  private JavaBuild() {}

  /// The jar of these files: a new one, or the one made earlier from the same text.
  ///
  /// @param name the jar's name, without hash and ending
  /// @param sources the files to compile
  /// @param classPath jars and folders that they stand on
  /// @param buildDirectory where jars are kept; made if it is not there
  /// @throws JavaBuildException if the files do not compile; the compiler's report is the message
  /// @throws IOException if a file cannot be read or written
  public static Path jar(String name, List<Path> sources, List<Path> classPath, Path buildDirectory)
      throws IOException {
    Path jar = buildDirectory.resolve(name + "-" + fingerprint(sources, classPath) + ".jar");
    if (Files.exists(jar)) {
      return jar;
    }
    Files.createDirectories(buildDirectory);
    Path work = Files.createTempDirectory(buildDirectory, name);
    try {
      Path classes = Files.createDirectory(work.resolve("classes"));
      compile(sources, classPath, classes);
      Path whole = pack(classes, work.resolve("whole.jar"));
      return Files.move(whole, jar, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      deleteTree(work);
    }
  }

  private static void compile(List<Path> sources, List<Path> classPath, Path classes)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter report = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      boolean compiled =
          compiler
              .getTask(
                  report,
                  files,
                  null,
                  List.of("-d", classes.toString(), "-g", "-parameters", "-proc:none", "-nowarn"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!compiled) {
        throw new JavaBuildException(report.toString());
      }
    }
  }

  private static Path pack(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
        String entry = classes.relativize(path).toString().replace('\\', '/');
        entries.putNextEntry(new JarEntry(entry));
        Files.copy(path, entries);
      }
    }
    return jar;
  }

  /// Changes when a source's name or text changes, a class path entry or the JDK.
  private static String fingerprint(List<Path> sources, List<Path> classPath) throws IOException {
    MessageDigest digest = sha256();
    digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
    for (Path entry : classPath) {
      digest.update(entry.toString().getBytes(StandardCharsets.UTF_8));
    }
    for (Path source : sources) {
      digest.update(source.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(source));
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void deleteTree(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

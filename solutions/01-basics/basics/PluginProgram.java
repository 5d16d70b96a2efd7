package basics;

import com.google.common.base.Splitter;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A plugin written as a Java script, made ready to be started as a process of its own.
///
/// The command runs `java` directly: JBang is for people and takes its time. On its class path
/// stand the plugin's own files and the libraries, and nothing of the host.
///
/// @param command the executable and its arguments
public record PluginProgram(List<String> command) {
  /// Copies the list.
  public PluginProgram {
    command = List.copyOf(command);
  }

  /// Compiles a script with the files of its `//SOURCES` lines, unless that is done already. The
  /// result is kept in the folder `.build` beside the script.
  ///
  /// @param script the plugin's Java file
  /// @throws JavaBuildException if it does not compile
  /// @throws IOException if a file is missing or cannot be read
  public static PluginProgram compile(Path script) throws IOException {
    Path file = script.toAbsolutePath().normalize();
    Path folder = file.resolveSibling("");
    List<Path> libraries = libraries();
    List<Path> classPath = new ArrayList<>(libraries);
    List<Path> own = new ArrayList<>();
    List<Path> below = new ArrayList<>();
    for (Path source : JavaSources.of(file)) {
      (source.startsWith(folder) ? own : below).add(source);
    }
    // What lies outside the script's folder changes rarely: it has a jar of its own. The program
    // stands before the libraries: one of them may have a class of its name.
    if (!below.isEmpty()) {
      classPath.addFirst(JavaBuild.jar("below", below, libraries, folder.resolve(".build")));
    }
    String name = file.getFileName().toString().replace(".java", "");
    classPath.addFirst(JavaBuild.jar(name, own, classPath, folder.resolve(".build")));
    return new PluginProgram(command(classPath, name));
  }

  private static List<String> command(List<Path> classPath, String mainClass) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JvmOptions.QUICK_START);
    command.add("-cp");
    command.add(String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()));
    command.add(mainClass);
    return command;
  }

  /// The jars on this program's own class path, without the one that this class comes from: that is
  /// the host's.
  private static List<Path> libraries() throws IOException {
    List<Path> libraries = new ArrayList<>();
    // By way of a file URI: in a URL's path a blank would stand as %20.
    Path host =
        Path.of(
            URI.create(
                PluginProgram.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString()));
    for (String entry :
        Splitter.on(File.pathSeparatorChar).split(System.getProperty("java.class.path"))) {
      Path path = Path.of(entry);
      if (entry.endsWith(".jar") && Files.exists(path) && !Files.isSameFile(path, host)) {
        libraries.add(path);
      }
    }
    return libraries;
  }
}

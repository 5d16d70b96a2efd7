package check;

import basics.TraceFile;
import check.child.CheckRunner;
import check.child.CheckTrace;
import check.child.Leftovers;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How a JVM that runs checks is started.
///
/// @param classPath libraries, layers, runner, the learner's classes
/// @param folder the lesson's folder, which becomes the working directory
/// @param traced whether the checks' hosts record what happens
/// @param sharing options of [SharedClasses]
record ChildSettings(
    List<Path> classPath, Path folder, Limits limits, boolean traced, List<String> sharing) {
  /// The folder for temporary files, in the run's folder; short like that one's name.
  static final String TEMP = "t";

  /// The folder for what the checks' hosts record, in the run's folder.
  static final String TRACES = "traces";

  ChildSettings {
    classPath = List.copyOf(classPath);
    sharing = List.copyOf(sharing);
  }

  /// The JVM, and what about it decides which archive of classes fits.
  static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--sun-misc-unsafe-memory-access=allow",
        "--enable-native-access=ALL-UNNAMED");
  }

  /// The process, not yet started.
  ///
  /// @param scratch the run's own folder, with the event file and [#TEMP] in it
  /// @param token marks the processes of this run
  ProcessBuilder process(Path scratch, String token) {
    ProcessBuilder builder = new ProcessBuilder(command(scratch)).directory(folder.toFile());
    builder.environment().put(Leftovers.VARIABLE, token);
    builder.environment().put("TMPDIR", scratch.resolve(TEMP).toString());
    builder.environment().remove(TraceFile.VARIABLE);
    return builder;
  }

  private List<String> command(Path scratch) {
    List<String> command = new ArrayList<>(java());
    command.addAll(sharing);
    command.addAll(
        List.of(
            "-Xshare:auto",
            "-Xmx" + limits.heapMegabytes() + "m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + scratch.resolve(TEMP)));
    if (traced) {
      command.add("-D%s=%s".formatted(CheckTrace.FOLDER_PROPERTY, scratch.resolve(TRACES)));
    }
    command.addAll(
        List.of(
            "-cp",
            String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()),
            CheckRunner.class.getName(),
            scratch.toString(),
            Long.toString(limits.check().toMillis()),
            Long.toString(limits.exercise().toMillis())));
    return command;
  }
}

package workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The course around a notebook, wherever the notebook is opened from.
///
/// @param folder the course's own folder, absolute
public record Course(Path folder) {
  private static final String MARK = "jbang-catalog.json";
  private static final long POLITE_SECONDS = 3;
  private static final long FORCED_SECONDS = 5;
  private static final long CHECK_SECONDS = 50;

  /// The course that the working directory lies in.
  ///
  /// @throws IllegalStateException if it lies in none; the message says what to do
  public static Course find() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(MARK))) {
        return new Course(folder);
      }
    }
    throw new IllegalStateException(
        """
        this notebook lies outside the course: there is no %s in %s or above it.
        Open it from the course's folder by: make notebooks"""
            .formatted(MARK, start));
  }

  /// Ends all plugins, and whatever else, that this notebook has started: politely, so that they
  /// take their sockets along, then by force. A process that is stopped does not feel a SIGTERM.
  public static void endProcesses() {
    List<ProcessHandle> started = ProcessHandle.current().children().toList();
    started.forEach(ProcessHandle::destroy);
    for (ProcessHandle process : started) {
      if (!endsIn(process, POLITE_SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().orTimeout(FORCED_SECONDS, TimeUnit.SECONDS).join();
      }
    }
  }

  private static boolean endsIn(ProcessHandle process, long seconds) {
    return process
        .onExit()
        .thenApply(ended -> true)
        .completeOnTimeout(false, seconds, TimeUnit.SECONDS)
        .join();
  }

  /// A folder for what a notebook writes; git does not see it.
  ///
  /// @throws IOException if it cannot be made
  public Path scratch() throws IOException {
    return Files.createDirectories(folder.resolve(".course/notebooks"));
  }

  /// Checks the learner's answer to one exercise, as `make check EX=2.3` does.
  ///
  /// @param exercise such as `2.3`
  /// @return what the check says; an answer that is wrong is no error here
  /// @throws IOException if the check cannot be started
  public String check(String exercise) throws IOException, InterruptedException {
    return run("make check EX=" + exercise, List.of(exercise));
  }

  /// Checks the finished answer to one exercise: its trace is what one's own is compared with.
  ///
  /// @param exercise such as `2.3`
  /// @return what the check says
  /// @throws IOException if the check cannot be started
  public String checkSolution(String exercise) throws IOException, InterruptedException {
    return run(
        "./jbang course check %s --solution".formatted(exercise), List.of(exercise, "--solution"));
  }

  private String run(String inTerminal, List<String> arguments)
      throws IOException, InterruptedException {
    Path output = scratch().resolve("check.txt");
    List<String> command = new ArrayList<>(List.of(folder.resolve("jbang").toString()));
    command.addAll(List.of("--quiet", "course", "check"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("NO_COLOR", "1");
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    Process check = builder.redirectInput(ProcessBuilder.Redirect.PIPE).start();
    check.getOutputStream().close();
    if (!check.waitFor(CHECK_SECONDS, TimeUnit.SECONDS)) {
      check.descendants().forEach(ProcessHandle::destroyForcibly);
      check.destroyForcibly().waitFor(FORCED_SECONDS, TimeUnit.SECONDS);
      return """
          the check took longer than %d seconds and was ended.
          Try it in a terminal: %s"""
          .formatted(CHECK_SECONDS, inTerminal);
    }
    return Files.readString(output, StandardCharsets.UTF_8).strip();
  }
}

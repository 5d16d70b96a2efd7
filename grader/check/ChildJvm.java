package check;

import check.child.CheckRunner;
import check.child.CheckTrace;
import check.child.Event;
import check.child.Leftovers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// One JVM that runs checks, with its private folder for events and temporary files.
///
/// For one thread. [#close] ends it with all that it started, and removes the folder; a hook does
/// the same if the grader itself is told to end.
final class ChildJvm implements AutoCloseable {
  private static final Path SHORT_TEMP = Path.of("/tmp");
  private static final long KILL_MILLIS = 3_000;
  private static final long PUMP_MILLIS = 1_000;

  private final Path scratch;
  private final Process process;
  private final Leftovers leftovers;
  private final EventTail events;
  private final PrintedOutput out;
  private final PrintedOutput err;
  private final List<Thread> pumps;
  private final Set<ProcessHandle> seen = new LinkedHashSet<>();
  private final Thread hook;

  private ChildJvm(Path scratch, Process process, String token, int outputBytes) {
    this.scratch = scratch;
    this.process = process;
    this.leftovers = new Leftovers(token, process.pid());
    this.events = new EventTail(scratch.resolve(CheckRunner.EVENTS));
    this.out = new PrintedOutput(outputBytes);
    this.err = new PrintedOutput(outputBytes);
    this.pumps = List.of(out.pump(process.getInputStream()), err.pump(process.getErrorStream()));
    this.hook = new Thread(this::killAndClean, "child-jvm-hook");
  }

  static ChildJvm start(ChildSettings settings) {
    String token = UUID.randomUUID().toString();
    try {
      Path scratch = newScratch();
      Process process = settings.process(scratch, token).start();
      ChildJvm child = new ChildJvm(scratch, process, token, settings.limits().outputBytes());
      Runtime.getRuntime().addShutdownHook(child.hook);
      return child;
    } catch (IOException e) {
      throw new CourseException("cannot start a JVM for the checks", e);
    }
  }

  /// A Unix socket's path may have about 108 bytes, so this one is short.
  private static Path newScratch() throws IOException {
    Path scratch =
        Files.isWritable(SHORT_TEMP)
            ? Files.createTempDirectory(SHORT_TEMP, "g")
            : Files.createTempDirectory("g");
    Files.createFile(scratch.resolve(CheckRunner.EVENTS));
    Files.createDirectory(scratch.resolve(ChildSettings.TEMP));
    return scratch;
  }

  /// Tells the JVM what to run. Once only.
  void order(List<ExerciseChecks> exercises) {
    StringBuilder orders = new StringBuilder();
    for (ExerciseChecks exercise : exercises) {
      orders.append(exercise.id()).append('=');
      orders.append(String.join(",", exercise.classNames())).append('\n');
    }
    try {
      OutputStream stdin = process.getOutputStream();
      stdin.write(orders.append("go\n").toString().getBytes(StandardCharsets.UTF_8));
      stdin.flush();
    } catch (IOException dead) {
      // Its end will be noticed, and told with what it printed.
    }
  }

  /// Waits for the end of the JVM.
  boolean awaitEnd(Duration atMost) throws InterruptedException {
    return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// The events since the last call.
  List<Event> newEvents() {
    return events.next();
  }

  /// Where the exercise's checks record what happens, if they do.
  Path trace(String exercise) {
    return CheckTrace.file(scratch.resolve(ChildSettings.TRACES), exercise);
  }

  /// Notes the processes that it has now, to find them also when it is gone.
  void rememberDescendants() {
    process.descendants().forEach(seen::add);
  }

  /// Ends the JVM and all that it started.
  ///
  /// @return what was still running although the JVM was gone
  List<String> kill() throws InterruptedException {
    rememberDescendants();
    process.destroyForcibly();
    process.waitFor(KILL_MILLIS, TimeUnit.MILLISECONDS);
    seen.addAll(leftovers.find());
    List<ProcessHandle> living = seen.stream().filter(Leftovers::lives).toList();
    List<String> described = living.stream().map(Leftovers::describe).toList();
    living.forEach(ProcessHandle::destroyForcibly);
    leftovers.kill(KILL_MILLIS);
    for (Thread pump : pumps) {
      pump.join(PUMP_MILLIS);
    }
    return described;
  }

  /// The exit status; only after the end.
  int exitValue() {
    return process.exitValue();
  }

  PrintedOutput out() {
    return out;
  }

  PrintedOutput err() {
    return err;
  }

  @Override
  public void close() {
    killAndClean();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook runs already, and does the same.
    }
  }

  private void killAndClean() {
    try {
      kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (UncheckedIOException ignored) {
      // The folder must go all the same.
    }
    Folders.delete(scratch);
  }
}

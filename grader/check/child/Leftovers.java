package check.child;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Finds and kills the processes that a run of checks has started, directly or not.
///
/// A process counts if it descends from the run's JVM or, on Linux, if its environment carries the
/// run's token: that finds also those that let go of their parent.
public final class Leftovers {
  /// The environment variable that carries the token.
  public static final String VARIABLE = "COURSE_CHECK_RUN";

  private static final Path PROC = Path.of("/proc");
  private static final long POLL_MILLIS = 20;

  private final String token;
  private final long runPid;

  /// @param token the value of [#VARIABLE] in the run's JVM
  /// @param runPid the run's JVM; never counted itself
  public Leftovers(String token, long runPid) {
    this.token = token;
    this.runPid = runPid;
  }

  /// The processes that live now, without the run's own JVM.
  public List<ProcessHandle> find() {
    Map<Long, ProcessHandle> found = new LinkedHashMap<>();
    ProcessHandle.of(runPid)
        .ifPresent(run -> run.descendants().forEach(handle -> found.put(handle.pid(), handle)));
    if (Files.isDirectory(PROC)) {
      try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
        all.filter(handle -> carriesToken(handle.pid()))
            .forEach(handle -> found.put(handle.pid(), handle));
      }
    }
    found.remove(runPid);
    found.remove(ProcessHandle.current().pid());
    return found.values().stream().filter(Leftovers::lives).toList();
  }

  private boolean carriesToken(long pid) {
    try {
      byte[] environment = Files.readAllBytes(PROC.resolve(pid + "/environ"));
      return new String(environment, StandardCharsets.ISO_8859_1).contains(VARIABLE + "=" + token);
    } catch (IOException notOurs) {
      return false;
    }
  }

  /// Waits until none is left, at most for the given time, and returns those that still live.
  public List<ProcessHandle> awaitNone(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    List<ProcessHandle> living = find();
    while (!living.isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      living = find();
    }
    return living;
  }

  /// Kills all there are, and those that they start meanwhile, for at most the given time.
  ///
  /// @return those that survived; empty is what one expects
  public List<ProcessHandle> kill(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    List<ProcessHandle> living = find();
    while (!living.isEmpty() && System.nanoTime() < deadline) {
      living.forEach(ProcessHandle::destroyForcibly);
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      living = find();
    }
    return living;
  }

  /// Whether a process lives; a zombie, dead but not yet waited for by its parent, does not.
  public static boolean lives(ProcessHandle handle) {
    return handle.isAlive() && !isZombie(handle.pid());
  }

  private static boolean isZombie(long pid) {
    try {
      String stat = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException noProc) {
      return false;
    }
  }

  /// A process as a reader wants to see it: its command line, or its program if that is hidden.
  public static String describe(ProcessHandle handle) {
    ProcessHandle.Info info = handle.info();
    return info.commandLine().or(info::command).orElse("pid " + handle.pid());
  }
}

package basics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The trace of this process: one file for all its hosts, opened when the first one asks for it.
///
/// It is static since the environment that names the file is the process's, too.
final class ProcessTrace {
  private static final Logger LOGGER = LoggerFactory.getLogger(ProcessTrace.class);
  private static final ProcessTrace ONLY = new ProcessTrace();

  private String name = "";
  private String chapter = "";
  private TraceFile file = TraceFile.NONE;

  private ProcessTrace() {}

  static TraceFile current() {
    String wanted = setting(TraceFile.PROPERTY, TraceFile.VARIABLE);
    return ONLY.file(wanted);
  }

  private static String setting(String property, String variable) {
    @Nullable String set = System.getProperty(property);
    return set == null ? System.getenv().getOrDefault(variable, "") : set;
  }

  /// Whoever has an earlier file goes on with it: what it tells belongs there.
  private synchronized TraceFile file(String wanted) {
    if (!wanted.equals(name)) {
      name = wanted;
      chapter = "";
      file = wanted.isEmpty() ? TraceFile.NONE : open(wanted);
    }
    return file;
  }

  /// The title of the chapter that has begun since the last event of that file.
  ///
  /// @return null if none has, or the file is not the one that is asked for now: what is still told
  ///   to an earlier one belongs to its last chapter
  static @Nullable String begunChapter(TraceFile file) {
    return ONLY.begun(file);
  }

  private synchronized @Nullable String begun(TraceFile asking) {
    String at = System.getProperty(TraceFile.CHAPTER_PROPERTY, "");
    boolean asked = setting(TraceFile.PROPERTY, TraceFile.VARIABLE).equals(name);
    if (asking != file || !asked || at.isEmpty() || at.equals(chapter)) {
      return null;
    }
    chapter = at;
    return at;
  }

  private static TraceFile open(String wanted) {
    try {
      Path path = Path.of(wanted).toAbsolutePath();
      Path folder = path.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      return TraceFile.to(path, TraceFile.LIMIT_BYTES, payloadBytes());
    } catch (IOException | RuntimeException e) {
      LOGGER.warn("no trace: {} names {}: {}", TraceFile.VARIABLE, wanted, e.toString());
      return TraceFile.NONE;
    }
  }

  private static int payloadBytes() {
    String text = System.getenv().getOrDefault(TraceFile.PAYLOADS_VARIABLE, "");
    if (text.isEmpty()) {
      return 0;
    }
    try {
      return Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      LOGGER.warn(
          "no messages in the trace: {} is \"{}\", expected a number of bytes",
          TraceFile.PAYLOADS_VARIABLE,
          VisibleText.shortened(text));
      return 0;
    }
  }
}

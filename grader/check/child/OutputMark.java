package check.child;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// A mark in the checks' JVM's own output: what follows it was printed while a check ran.
///
/// A mark is the key between two NUL characters, written to both streams past `System.out`, which
/// the learner's code may have replaced or locked.
public final class OutputMark {
  /// What a mark's text begins with, so that other NUL characters are not taken for one.
  public static final String PREFIX = "check ";

  private OutputMark() {}

  /// The key of what is printed by an exercise outside of its checks.
  public static String exercise(String exercise) {
    return exercise + "/";
  }

  /// The key of what is printed after an exercise.
  public static String end(String exercise) {
    return "end of " + exercise;
  }

  static void write(String key) {
    byte[] mark = ("\0" + PREFIX + key + "\0").getBytes(StandardCharsets.US_ASCII);
    write(FileDescriptor.out, mark);
    write(FileDescriptor.err, mark);
  }

  @SuppressWarnings("resource") // To close it would close the JVM's own stream.
  private static void write(FileDescriptor stream, byte[] mark) {
    try {
      new FileOutputStream(stream).write(mark);
    } catch (IOException closed) {
      // The learner's code closed it: nothing more is printed either.
    }
  }
}

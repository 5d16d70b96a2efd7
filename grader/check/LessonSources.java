package check;

import basics.JavaSources;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The source files that a lesson's pair consists of: Host.java, Plugin.java and what their
/// `//SOURCES` lines name.
///
/// @param own those in the lesson's folder, which the learner edits
/// @param layers all others: the contract and the finished layers below
/// @param problems what keeps them from being read at all; the compiler has no say then
record LessonSources(List<Path> own, List<Path> layers, List<CompileError> problems) {
  private static final List<String> MAINS = List.of("Host.java", "Plugin.java");

  static LessonSources of(CheckRequest request) {
    Path folder = request.folder();
    List<CompileError> problems = new ArrayList<>();
    notUtf8(folder, problems);
    Set<Path> all = new TreeSet<>();
    for (String main : MAINS) {
      Path file = folder.resolve(main);
      if (Files.isRegularFile(file) && problems.isEmpty()) {
        follow(file, all, problems);
      } else if (!Files.exists(file) && Files.exists(request.lesson().solution().resolve(main))) {
        problems.add(new CompileError(Optional.of(file), 1, 1, "the file is missing", ""));
      }
    }
    return new LessonSources(
        all.stream().filter(file -> file.startsWith(folder)).toList(),
        all.stream().filter(file -> !file.startsWith(folder)).toList(),
        List.copyOf(problems));
  }

  private static void follow(Path main, Set<Path> all, List<CompileError> problems) {
    try {
      all.addAll(JavaSources.of(main));
    } catch (IOException e) {
      String message = "a file that //SOURCES names cannot be read: " + e.getMessage();
      problems.add(new CompileError(Optional.of(main), 1, 1, message, ""));
    }
  }

  private static void notUtf8(Path folder, List<CompileError> problems) {
    for (Path file : SourceText.javaFilesBelow(folder)) {
      try {
        byte[] bytes = Files.readAllBytes(file);
        int bad = firstBadByte(bytes);
        if (bad >= 0) {
          problems.add(notUtf8(file, bytes, bad));
        }
      } catch (IOException e) {
        String message = "cannot be read: " + e.getMessage();
        problems.add(new CompileError(Optional.of(file), 1, 1, message, ""));
      }
    }
  }

  /// The index of the first byte that UTF-8 does not allow, or -1.
  private static int firstBadByte(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      StandardCharsets.UTF_8.newDecoder().decode(in);
      return -1;
    } catch (CharacterCodingException e) {
      return in.position();
    }
  }

  private static CompileError notUtf8(Path file, byte[] bytes, int bad) {
    String before = new String(bytes, 0, bad, StandardCharsets.UTF_8);
    long line = 1 + before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    String message =
        "not UTF-8: byte 0x%02X; save the file in UTF-8".formatted(Byte.toUnsignedInt(bytes[bad]));
    return new CompileError(Optional.of(file), line, column, message, SourceText.line(file, line));
  }
}

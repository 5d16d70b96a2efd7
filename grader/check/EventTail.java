package check;

import check.child.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads the events that the checks' JVM appends to its file, as they come. For one thread.
final class EventTail {
  private final Path file;
  private long position;

  EventTail(Path file) {
    this.file = file;
  }

  /// The events that were completed since the last call.
  List<Event> next() {
    byte[] bytes = newBytes();
    List<Event> events = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        String line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
        add(line, events);
        start = i + 1;
      }
    }
    position += start;
    return events;
  }

  private byte[] newBytes() {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size() - position;
      if (size <= 0) {
        return new byte[0];
      }
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(size, 1 << 20));
      channel.read(buffer, position);
      byte[] bytes = new byte[buffer.position()];
      buffer.flip().get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(String line, List<Event> events) {
    try {
      events.add(Event.parse(line));
    } catch (IllegalArgumentException foreign) {
      // Not the runner's: some other code wrote to the file.
    }
  }
}

package lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the first bytes of a program tell of the machine that it was made for (go-plugin:
/// `notes_unix.go`, `notes_windows.go`).
///
/// @param kind `ELF`, `PE` (Windows) or `Mach-O` (macOS)
/// @param machine the machine's name, such as `amd64`
record ProgramHeader(String kind, String machine) {
  /// Enough for the header of each kind: PE's may follow a small program for DOS.
  private static final int HEAD_BYTES = 4_096;

  private static final int ELF = 0x7f454c46;
  private static final short DOS = 0x4d5a;
  private static final int PE = 0x50450000;
  private static final int MACH_O_64 = 0xcffaedfe;
  private static final int MACH_O_32 = 0xcefaedfe;

  private static final Map<Integer, String> ELF_MACHINES =
      Map.of(0x03, "x86", 0x28, "arm", 0x3e, "amd64", 0xb7, "aarch64", 0xf3, "riscv64");
  private static final Map<Integer, String> PE_MACHINES =
      Map.of(0x14c, "x86", 0x1c4, "arm", 0x8664, "amd64", 0xaa64, "aarch64");
  private static final Map<Integer, String> MACH_O_MACHINES =
      Map.of(7, "x86", 12, "arm", 0x01000007, "amd64", 0x0100000c, "aarch64");

  /// The header of a file; empty if it is none of the three kinds.
  ///
  /// @throws IOException if the file cannot be read
  static Optional<ProgramHeader> of(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return of(stream.readNBytes(HEAD_BYTES));
    }
  }

  /// The header at the beginning of these bytes; empty if it is none of the three kinds.
  static Optional<ProgramHeader> of(byte[] bytes) {
    ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return switch (magic(head)) {
      case ELF -> at(head, "ELF", ELF_MACHINES, 18, Short.BYTES);
      case MACH_O_32, MACH_O_64 -> at(head, "Mach-O", MACH_O_MACHINES, 4, Integer.BYTES);
      default -> isDos(head) ? pe(head) : Optional.empty();
    };
  }

  private static int magic(ByteBuffer head) {
    return head.limit() < 64 ? 0 : Integer.reverseBytes(head.getInt(0));
  }

  private static boolean isDos(ByteBuffer head) {
    return head.limit() >= 64 && Short.reverseBytes(head.getShort(0)) == DOS;
  }

  /// The place of the real header stands at 60.
  private static Optional<ProgramHeader> pe(ByteBuffer head) {
    int start = head.getInt(60);
    boolean inside = start >= 0 && start <= head.limit() - 6;
    return inside && Integer.reverseBytes(head.getInt(start)) == PE
        ? at(head, "PE", PE_MACHINES, start + 4, Short.BYTES)
        : Optional.empty();
  }

  private static Optional<ProgramHeader> at(
      ByteBuffer head, String kind, Map<Integer, String> machines, int position, int bytes) {
    int machine =
        bytes == Short.BYTES ? Short.toUnsignedInt(head.getShort(position)) : head.getInt(position);
    return Optional.of(
        new ProgramHeader(
            kind, machines.getOrDefault(machine, "machine 0x" + Integer.toHexString(machine))));
  }
}

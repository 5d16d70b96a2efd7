package extensions;

import contract.MemoryChange;
import contract.MemoryRegister;
import contract.MemoryState;
import course.Exercise;
import course.ExerciseNotDone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/// A memory that is on disk before it answers.
///
/// Each change is made in memory and then saved with a [SnapshotFile], together with all that other
/// callers have changed in the meantime: one write for many. A caller sees nothing that a crash
/// could take back: [#recall] and [#history] tell what is saved.
///
/// After [CalculatorError#NOT_SAVED] the memory is as it was; only where the disk failed in the
/// last step of a save, and the process ends before the next save, may the change appear after a
/// restart.
///
/// Safe for use by many threads. Close it: that frees the file for another process.
public final class SavedMemory implements MemoryRegister, AutoCloseable {
  private final SnapshotFile file;
  private final FileOwnership ownership;

  /// Held while the disk works.
  private final Object saving = new Object();

  private MemorySnapshot latest;
  private Batch batch;
  private volatile MemorySnapshot saved;

  private SavedMemory(SnapshotFile file, FileOwnership ownership, MemorySnapshot saved) {
    this.file = file;
    this.ownership = ownership;
    this.latest = saved;
    this.saved = saved;
    this.batch = new Batch(saved.revision());
  }

  /// Opens a memory as the file has it; a new memory if there is no file.
  ///
  /// @param file where the memory is kept; its folder exists
  /// @throws SnapshotException if the file cannot be read, or another process has it open
  public static SavedMemory open(Path file) {
    return open(file, Disk.LOCAL);
  }

  /// Opens a memory on that disk.
  ///
  /// @param file where the memory is kept; its folder exists
  /// @param disk the file system for the file itself; that only one process has it open is seen to
  ///   on the local one
  /// @throws SnapshotException if the file cannot be read, or another process has it open
  public static SavedMemory open(Path file, Disk disk) {
    SnapshotFile snapshots = new SnapshotFile(file, disk);
    FileOwnership ownership = FileOwnership.of(file);
    try {
      return new SavedMemory(snapshots, ownership, restore(snapshots));
    } catch (SnapshotException e) {
      ownership.close();
      throw e;
    }
  }

  private static MemorySnapshot restore(SnapshotFile file) {
    try {
      return file.read().map(SnapshotJson::read).orElse(MemorySnapshot.EMPTY);
    } catch (IllegalArgumentException e) {
      throw SnapshotException.unreadable(file.toString(), String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw SnapshotException.unreadable(file.toString(), e.toString(), e);
    }
  }

  @Override
  public MemoryState recall() {
    return saved.state();
  }

  @Override
  public List<MemoryChange> history() {
    return saved.history();
  }

  @Override
  public MemoryState store(double value) {
    return change(memory -> memory.store(value));
  }

  @Override
  public MemoryState add(double operand) {
    return change(memory -> memory.add(operand));
  }

  @Override
  public MemoryState clear() {
    return change(MemorySnapshot::clear);
  }

  @Override
  public MemoryState undo() {
    return change(MemorySnapshot::undo);
  }

  /// Makes a change, saves it, and only then answers.
  ///
  /// Exercise 3.3. `step` makes the next snapshot out of the latest; [SnapshotJson#write] makes
  /// bytes of it, and `file` saves them. For callers at the same time the changes happen one after
  /// the other, and a later snapshot is never replaced by an earlier one.
  ///
  /// - `saved` is what [#recall] tells: it changes when the snapshot is on disk, not before.
  /// - If the step refuses, its exception goes to the caller, and nothing is saved.
  /// - Call `ownership.requireHeld()` before a save; it throws if the memory is closed.
  /// - If the save fails, by any exception, nothing was changed: the next change goes on from what
  ///   is saved. The caller gets a [contract.CodedCalculatorException] with
  ///   [CalculatorError#NOT_SAVED] whose message says why, and whose cause is the failure.
  ///
  /// One lock for all of it is right. Faster, and the answer's way, is one save for all callers
  /// that wait: then a failed save takes back the changes of all of them ([Batch]).
  ///
  /// @return the state that this change made, whatever others have changed since
  @Exercise("3.3")
  private MemoryState change(UnaryOperator<MemorySnapshot> step) {
    throw new ExerciseNotDone("3.3");
  }

  /// Waits for the save that is under way. Later changes answer [CalculatorError#NOT_SAVED].
  @Override
  public void close() {
    synchronized (saving) {
      ownership.close();
    }
  }
}

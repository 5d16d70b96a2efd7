import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import basics.Logging;
import contract.CalculatorError;
import contract.CodedCalculatorException;
import contract.InvalidOperandException;
import contract.MemoryState;
import extensions.Disk;
import extensions.SavedMemory;
import extensions.SnapshotFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The durable write and the register over it, on a disk that can lose its power.
@Tag("3.3")
@DisplayName("3.3 SnapshotFile.write and SavedMemory.change")
class SavedMemoryCheck {
  private static final Path FILE = Path.of("folder", "memory.json");

  private final PowerlessDisk disk = new PowerlessDisk();
  @TempDir private Path folder;

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<String> text(SnapshotFile file) throws IOException {
    return file.read().map(content -> new String(content, StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("a write that has returned survives a power cut")
  void aWriteSurvivesAPowerCut() throws IOException {
    SnapshotFile file = new SnapshotFile(FILE, disk);
    for (String content : List.of("first", "second", "third")) {
      file.write(bytes(content));
      assertThat(text(file)).as("read after write(\"%s\")", content).contains(content);
      disk.cutPower();

      assertThat(text(file))
          .as("after write(\"%s\") returned the power was cut; steps: %s", content, disk.log)
          .contains(content);
    }
  }

  @Test
  @DisplayName("a power cut at any step leaves the old content or the new")
  void aPowerCutLeavesTheOldOrTheNew() throws IOException {
    for (int steps = 0; steps < 8; steps++) {
      PowerlessDisk fresh = new PowerlessDisk();
      SnapshotFile file = new SnapshotFile(FILE, fresh);
      file.write(bytes("the old content"));
      fresh.failAfter(steps);
      Throwable thrown = catchThrowable(() -> file.write(bytes("the new content")));
      boolean failed = fresh.failed;
      fresh.cutPower();

      assertThat(text(file).orElse("no file at all"))
          .as("the power was cut after step %d; steps: %s", steps, fresh.log)
          .isIn("the old content", "the new content");
      if (failed) {
        assertThat(thrown)
            .as("the disk failed at step %d", steps + 1)
            .isInstanceOf(IOException.class);
      }
      file.write(bytes("the next content"));
      assertThat(text(file)).as("a write after the crash").contains("the next content");
    }
  }

  @Test
  @DisplayName("a reader finds a whole content at any step")
  void aReaderFindsAWholeContent() throws IOException {
    SnapshotFile file = new SnapshotFile(FILE, disk);
    file.write(bytes("the old content"));
    List<String> read = new ArrayList<>();
    disk.onStep(
        () ->
            read.add(
                new String(
                    disk.read(FILE.toAbsolutePath()).orElse(bytes("none")),
                    StandardCharsets.UTF_8)));

    file.write(bytes("the new content"));

    assertThat(read)
        .as("what a reader finds between the steps %s", disk.log)
        .containsAnyOf("the old content")
        .doesNotContain("none");
    assertThat(String.join("|", read).replace("the old content", "").replace("the new content", ""))
        .as("a reader finds one of the two, whole")
        .matches("\\|*");
  }

  private SavedMemory open() {
    return SavedMemory.open(folder.resolve("memory.json"), disk);
  }

  @Test
  @DisplayName("a change that was answered survives a power cut")
  void anAnsweredChangeSurvives() {
    for (int change = 1; change <= 5; change++) {
      try (SavedMemory memory = open()) {
        assertThat(memory.add(10)).as("the answer").isEqualTo(new MemoryState(change, 10 * change));
        disk.cutPower();
      }
      try (SavedMemory again = open()) {
        assertThat(again.recall())
            .as("change %d was answered, then the power was cut", change)
            .isEqualTo(new MemoryState(change, 10 * change));
        assertThat(again.history()).as("its history").hasSize(change);
      }
    }
  }

  @Test
  @DisplayName("nobody sees a change before it is on disk")
  void nobodySeesAnUnsavedChange() {
    try (SavedMemory memory = open()) {
      memory.store(1);
      List<MemoryState> seen = new ArrayList<>();
      // The last step is the one after which the change is saved.
      disk.onStep(() -> seen.add(memory.recall()));
      memory.store(2);

      assertThat(seen).as("recall, asked before each of the disk's steps").isNotEmpty();
      assertThat(seen)
          .as("recall, asked before each of the disk's steps: a crash could take back more")
          .containsOnly(new MemoryState(1, 1));
    }
  }

  @Test
  @DisplayName("many callers: no change is lost, each has its own revision")
  void manyCallers() throws Exception {
    int callers = 8;
    int changes = 50;
    disk.onStep(Thread::yield);
    List<MemoryState> answers = new ArrayList<>();
    try (SavedMemory memory = open();
        ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      List<Future<List<MemoryState>>> running = new ArrayList<>();
      for (int caller = 0; caller < callers; caller++) {
        running.add(threads.submit(() -> add(memory, changes)));
      }
      for (Future<List<MemoryState>> caller : running) {
        answers.addAll(caller.get(30, TimeUnit.SECONDS));
      }
      assertThat(memory.recall())
          .as("recall after %d callers added 1 %d times each", callers, changes)
          .isEqualTo(new MemoryState(400, 400));
    }
    assertThat(answers)
        .as("revisions: each change has one of its own")
        .extracting(MemoryState::revision)
        .doesNotHaveDuplicates();
    assertThat(answers)
        .as("each caller is answered the state that its own change made")
        .allMatch(state -> state.value() == state.revision());
    disk.cutPower();
    try (SavedMemory again = open()) {
      assertThat(again.recall()).as("after a power cut").isEqualTo(new MemoryState(400, 400));
    }
  }

  private static List<MemoryState> add(SavedMemory memory, int changes) {
    List<MemoryState> answers = new ArrayList<>();
    for (int i = 0; i < changes; i++) {
      answers.add(memory.add(1));
    }
    return answers;
  }

  @Test
  @DisplayName("a slow save does not overwrite a later one")
  void aSlowSaveDoesNotOverwriteALaterOne() throws Exception {
    CountDownLatch firstSaves = new CountDownLatch(1);
    CountDownLatch secondIsAnswered = new CountDownLatch(1);
    try (SavedMemory memory = open();
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      disk.onFirstWrite(
          () -> {
            firstSaves.countDown();
            // In a right answer the second waits for the first, and this wait runs out.
            boolean ignored = secondIsAnswered.await(500, TimeUnit.MILLISECONDS);
          });
      Future<MemoryState> first =
          threads.submit(
              () -> {
                try {
                  return memory.add(1);
                } finally {
                  firstSaves.countDown();
                }
              });
      assertThat(firstSaves.await(30, TimeUnit.SECONDS)).as("the first change is saved").isTrue();
      Future<?> second =
          threads.submit(
              () -> {
                memory.add(1);
                secondIsAnswered.countDown();
              });
      first.get(30, TimeUnit.SECONDS);
      second.get(30, TimeUnit.SECONDS);
      disk.cutPower();
    }
    try (SavedMemory again = open()) {
      assertThat(again.recall())
          .as("two changes were answered; the first one's save was slow")
          .isEqualTo(new MemoryState(2, 2));
    }
  }

  @Test
  @DisplayName("a change that the disk refuses is not made")
  void aRefusedChangeIsNotMade() {
    for (int steps = 0; steps < 3; steps++) {
      PowerlessDisk full = new PowerlessDisk();
      try (SavedMemory memory = SavedMemory.open(folder.resolve("full" + steps), full)) {
        memory.store(5);
        full.failAfter(steps);

        Throwable thrown = catchThrowable(() -> memory.add(1));

        assertThat(thrown)
            .as("the disk failed at step %d", steps + 1)
            .isInstanceOf(CodedCalculatorException.class)
            .hasMessageContaining("the disk is full");
        assertThat(((CodedCalculatorException) thrown).error().orElseThrow().code())
            .as("its code")
            .isEqualTo(CalculatorError.NOT_SAVED);
        assertThat(thrown).as("its cause").hasRootCauseInstanceOf(IOException.class);
        assertThat(memory.recall()).as("recall afterwards").isEqualTo(new MemoryState(1, 5));
        full.failAfter(PowerlessDisk.NEVER);
        assertThat(memory.add(2))
            .as("the next change goes on from what is saved")
            .isEqualTo(new MemoryState(2, 7));
        assertThat(memory.history()).as("the history").hasSize(2);
      }
    }
  }

  @Test
  @DisplayName("any exception of the disk is a refusal")
  void anyExceptionIsARefusal() {
    try (SavedMemory memory = open()) {
      memory.store(5);
      disk.onFirstWrite(
          () -> {
            throw new UncheckedIOException(new IOException("the disk is gone"));
          });

      assertThatThrownBy(() -> memory.add(1))
          .as("what an unchecked exception of the disk becomes")
          .isInstanceOf(CodedCalculatorException.class);
      assertThat(memory.add(2)).as("the next change").isEqualTo(new MemoryState(2, 7));
    }
  }

  @Test
  @DisplayName("what the memory itself refuses is not saved")
  void whatTheMemoryRefusesIsNotSaved() {
    try (SavedMemory memory = open()) {
      memory.store(5);
      disk.log.clear();

      assertThatThrownBy(() -> memory.store(Double.NaN))
          .as("the memory's own refusal goes to the caller")
          .isInstanceOf(InvalidOperandException.class);
      assertThat(disk.log).as("steps of the disk").isEmpty();
      assertThat(memory.add(1)).as("the next change").isEqualTo(new MemoryState(2, 6));
    }
  }

  @Test
  @DisplayName("a closed memory refuses, another one has its file")
  void aClosedMemoryRefuses() {
    SavedMemory memory = open();
    memory.store(5);
    memory.close();

    assertThatThrownBy(() -> memory.store(6))
        .as("a change after close")
        .isInstanceOf(CodedCalculatorException.class);
    try (SavedMemory again = open()) {
      assertThat(again.recall()).as("the file").isEqualTo(new MemoryState(1, 5));
    }
  }

  /// What a check lets happen in the middle of a save.
  private interface Event {
    void happen() throws InterruptedException;
  }

  /// A disk in memory. A power cut takes back what was not forced; the name that a file was given
  /// may be on the disk before its content is.
  private static final class PowerlessDisk implements Disk {
    static final int NEVER = Integer.MAX_VALUE;

    private static final class Content {
      private byte[] seen = {};
      private byte[] forced = {};
    }

    private final List<String> log = new ArrayList<>();
    private Map<Path, Content> names = new HashMap<>();
    private Map<Path, Content> forcedNames = new HashMap<>();
    private int stepsLeft = NEVER;
    private boolean failed;
    private Runnable beforeStep = () -> {};
    private Event firstWrite = () -> {};

    synchronized void failAfter(int steps) {
      stepsLeft = steps;
      log.clear();
      failed = false;
    }

    synchronized void onStep(Runnable event) {
      beforeStep = event;
    }

    synchronized void onFirstWrite(Event event) {
      firstWrite = event;
    }

    synchronized void cutPower() {
      names = new HashMap<>(forcedNames);
      names.values().forEach(content -> content.seen = content.forced);
      stepsLeft = NEVER;
    }

    private void step(String what, Path path) throws IOException {
      beforeStep.run();
      synchronized (this) {
        if (stepsLeft == 0) {
          failed = true;
          throw new IOException("the disk is full");
        }
        stepsLeft = stepsLeft == NEVER ? NEVER : stepsLeft - 1;
        log.add(what + " " + path.getFileName());
      }
    }

    @Override
    public synchronized Optional<byte[]> read(Path file) {
      return Optional.ofNullable(names.get(file)).map(content -> content.seen.clone());
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
      Event event;
      synchronized (this) {
        event = firstWrite;
        firstWrite = () -> {};
      }
      try {
        event.happen();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      Content written;
      synchronized (this) {
        written = names.computeIfAbsent(file, path -> new Content());
        // A crash in the middle: half of it, on the disk as well.
        written.seen = Arrays.copyOf(content, content.length / 2);
        written.forced = written.seen;
      }
      step("write", file);
      synchronized (this) {
        written.seen = content.clone();
      }
    }

    @Override
    public void force(Path path) throws IOException {
      step("force", path);
      synchronized (this) {
        Content content = names.get(path);
        if (content == null) {
          forcedNames = new HashMap<>(names);
        } else {
          content.forced = content.seen;
        }
      }
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
      step("replace", from);
      synchronized (this) {
        Content content = names.remove(from);
        if (content == null) {
          throw new NoSuchFileException(from.toString());
        }
        names.put(to, content);
      }
    }
  }
}

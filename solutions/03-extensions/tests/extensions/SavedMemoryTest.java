package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contract.CalculatorException;
import contract.CodedCalculatorException;
import contract.InvalidOperandException;
import contract.MemoryChange;
import contract.MemoryRegister;
import contract.MemoryState;
import contract.ResultOutOfRangeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import lifecycle.ServiceSet;
import lifecycle.TestPair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedMemoryTest {
  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("memory.json");
  }

  @Test
  void remembersAndTakesBack() {
    try (SavedMemory memory = SavedMemory.open(file)) {
      assertThat(memory.recall()).isEqualTo(new MemoryState(0, 0));
      assertThat(memory.store(5)).isEqualTo(new MemoryState(1, 5));
      assertThat(memory.add(-2.5)).isEqualTo(new MemoryState(2, 2.5));
      assertThat(memory.clear()).isEqualTo(new MemoryState(3, 0));
      assertThat(memory.undo()).isEqualTo(new MemoryState(4, 2.5));
      assertThat(memory.undo()).isEqualTo(new MemoryState(5, 5));
      assertThat(memory.add(1)).isEqualTo(new MemoryState(6, 6));
      assertThat(memory.history())
          .containsExactly(
              new MemoryChange(1, MemoryChange.Kind.STORE, 5, 0, 5),
              new MemoryChange(6, MemoryChange.Kind.ADD, 1, 5, 6));
    }
    try (SavedMemory again = SavedMemory.open(file)) {
      assertThat(again.recall()).isEqualTo(new MemoryState(6, 6));
      assertThat(again.undo()).isEqualTo(new MemoryState(7, 5));
      assertThat(again.undo()).isEqualTo(new MemoryState(8, 0));
      assertThatThrownBy(again::undo)
          .isInstanceOfSatisfying(
              CodedCalculatorException.class,
              e -> assertThat(e.error().orElseThrow().code()).isEqualTo("NOTHING_TO_UNDO"));
      assertThat(again.recall()).as("a refusal changes nothing").isEqualTo(new MemoryState(8, 0));
    }
  }

  @Test
  void refusesWhatIsNotFinite() {
    try (SavedMemory memory = SavedMemory.open(file)) {
      memory.store(Double.MAX_VALUE);

      assertThatThrownBy(() -> memory.store(Double.NaN))
          .isInstanceOf(InvalidOperandException.class);
      assertThatThrownBy(() -> memory.add(Double.NEGATIVE_INFINITY))
          .isInstanceOf(InvalidOperandException.class);
      assertThatThrownBy(() -> memory.add(Double.MAX_VALUE))
          .isInstanceOf(ResultOutOfRangeException.class);
      assertThat(memory.recall()).isEqualTo(new MemoryState(1, Double.MAX_VALUE));
    }
  }

  @Test
  void keepsTheLastHundredChanges() {
    try (SavedMemory memory = SavedMemory.open(file)) {
      for (int i = 1; i <= 150; i++) {
        memory.store(i);
      }
      assertThat(memory.history())
          .extracting(MemoryChange::revision)
          .containsExactlyElementsOf(LongStream.rangeClosed(51, 150).boxed().toList());
    }
    try (SavedMemory again = SavedMemory.open(file)) {
      for (int i = 0; i < MemoryRegister.HISTORY_LIMIT; i++) {
        again.undo();
      }
      assertThat(again.recall()).isEqualTo(new MemoryState(250, 50));
      assertThatThrownBy(again::undo).isInstanceOf(CodedCalculatorException.class);
    }
  }

  @Test
  void everyDoubleSurvivesTheFile() {
    long seed = 33;
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        try (SavedMemory memory = SavedMemory.open(file)) {
          memory.store(round == 0 ? -0.0 : value);
        }
        try (SavedMemory again = SavedMemory.open(file)) {
          assertThat(again.recall().value())
              .as("seed %d, round %d", seed, round)
              .isEqualTo(round == 0 ? -0.0 : value);
        }
      }
    }
  }

  @Test
  void manyCallersChangeOneAfterTheOther() throws Exception {
    int callers = 16;
    int changes = 100;
    long all = 1_600;
    ForgetfulDisk disk = new ForgetfulDisk();
    List<MemoryState> answers;
    try (SavedMemory memory = SavedMemory.open(file, disk)) {
      answers = together(callers, () -> answersOf(memory, changes));
      assertThat(memory.recall()).isEqualTo(new MemoryState(all, all));
    }

    assertThat(answers).extracting(MemoryState::revision).doesNotHaveDuplicates();
    assertThat(answers).allMatch(state -> state.value() == state.revision());
    disk.cutPower();
    try (SavedMemory again = SavedMemory.open(file, disk)) {
      assertThat(again.recall()).isEqualTo(new MemoryState(all, all));
    }
  }

  private static List<MemoryState> answersOf(MemoryRegister memory, int changes) {
    List<MemoryState> answers = new ArrayList<>();
    for (int i = 0; i < changes; i++) {
      answers.add(memory.add(1));
    }
    return answers;
  }

  private static <T> List<T> together(int callers, Callable<List<T>> work) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<T>>> running = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        running.add(threads.submit(work));
      }
      List<T> all = new ArrayList<>();
      for (Future<List<T>> one : running) {
        all.addAll(one.get());
      }
      return all;
    }
  }

  @Test
  void aChangeThatTheDiskRefusesIsNotMade() {
    for (int steps = 0; steps < 4; steps++) {
      ForgetfulDisk disk = new ForgetfulDisk();
      try (SavedMemory memory = SavedMemory.open(folder.resolve("m" + steps), disk)) {
        memory.store(5);
        disk.failAfter(steps);

        assertThatThrownBy(() -> memory.add(1))
            .isInstanceOfSatisfying(
                CodedCalculatorException.class,
                e -> assertThat(e.error().orElseThrow().code()).isEqualTo("NOT_SAVED"))
            .hasMessageContaining("the disk is full")
            .hasRootCauseInstanceOf(IOException.class);

        assertThat(memory.recall()).isEqualTo(new MemoryState(1, 5));
        assertThat(memory.history()).hasSize(1);
        disk.failAfter(ForgetfulDisk.NEVER);
        assertThat(memory.add(2)).isEqualTo(new MemoryState(2, 7));
      }
    }
  }

  /// Callers come and go while the disk fails and recovers: what was acknowledged is there after a
  /// power cut, and nothing else.
  @Test
  void aDiskThatFailsNowAndThenLosesNoAcknowledgedChange() throws Exception {
    ForgetfulDisk disk = new ForgetfulDisk();
    double acknowledged;
    try (SavedMemory memory = SavedMemory.open(file, disk)) {
      List<Boolean> answers = together(8, () -> trials(memory, disk));
      acknowledged = answers.stream().filter(made -> made).count();
      assertThat(memory.recall().value()).isEqualTo(acknowledged);
      disk.failAfter(ForgetfulDisk.NEVER);
      memory.add(1);
    }
    disk.cutPower();
    try (SavedMemory again = SavedMemory.open(file, disk)) {
      assertThat(again.recall().value()).isEqualTo(acknowledged + 1);
      assertThat(acknowledged).isBetween(1.0, 8 * 200.0 - 1);
    }
  }

  private static List<Boolean> trials(MemoryRegister memory, ForgetfulDisk disk) {
    List<Boolean> made = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      disk.failAfter(i % 7 == 0 ? i % 4 : ForgetfulDisk.NEVER);
      try {
        memory.add(1);
        made.add(true);
      } catch (CalculatorException e) {
        made.add(false);
      }
    }
    return made;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "not json",
        "{}",
        "{\"format\":1,\"revision\":1,\"value\":1.0}",
        "{\"format\":2,\"revision\":0,\"value\":0.0,\"history\":[]}",
        "{\"format\":1,\"revision\":-1,\"value\":0.0,\"history\":[]}",
        "{\"format\":1,\"revision\":1,\"value\":\"NaN\",\"history\":[]}",
        "{\"format\":1,\"revision\":1,\"value\":1.0,\"history\":[null]}",
        "{\"format\":1,\"revision\":1,\"value\":1.0,\"history\":[],\"more\":1}",
        "{\"format\":1,\"revision\":1,\"value\":1.0,\"history\":[]} {}",
        "{\"format\":1,\"revision\":1,\"value\":2.0,\"history\":[{\"revision\":1,\"kind\":\"STORE\","
            + "\"operand\":5.0,\"before\":0.0,\"after\":5.0}]}",
        "{\"format\":1,\"revision\":1,\"value\":5.0,\"history\":[{\"revision\":2,\"kind\":\"STORE\","
            + "\"operand\":5.0,\"before\":0.0,\"after\":5.0}]}",
      })
  void aFileThatIsNoSnapshotIsLeftAlone(String content) throws IOException {
    Files.writeString(file, content);

    assertThatThrownBy(() -> SavedMemory.open(file))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContainingAll("memory.json", "left as it is");

    assertThat(file).hasContent(content);
    Files.delete(file);
    try (SavedMemory memory = SavedMemory.open(file)) {
      assertThat(memory.recall()).as("the failed start gave the file up").isNotNull();
    }
  }

  @Test
  void onlyOneHasTheFileOpen() {
    try (SavedMemory memory = SavedMemory.open(file)) {
      memory.store(1);

      assertThatThrownBy(() -> SavedMemory.open(file))
          .isInstanceOf(SnapshotException.class)
          .hasMessageContaining("in use");
    }
    try (SavedMemory again = SavedMemory.open(file)) {
      assertThat(again.recall().value()).isEqualTo(1);
    }
  }

  @Test
  void aRefusedOpeningDoesNotFreeTheFileForOthers() throws Exception {
    Path alias = Files.createSymbolicLink(folder.resolve("alias"), folder);
    try (SavedMemory memory = SavedMemory.open(file)) {
      assertThatThrownBy(() -> SavedMemory.open(file)).isInstanceOf(SnapshotException.class);
      assertThatThrownBy(() -> SavedMemory.open(alias.resolve("memory.json")))
          .isInstanceOf(SnapshotException.class);

      assertThat(MemoryOpener.exitCode(file))
          .as("another process opens the file")
          .isEqualTo(MemoryOpener.IN_USE);
      assertThat(memory.store(1).revision()).isEqualTo(1);
    }
    assertThat(MemoryOpener.exitCode(file)).as("after close").isZero();
  }

  @Test
  void aMissingFolderIsExplained() {
    assertThatThrownBy(() -> SavedMemory.open(folder.resolve("none/memory.json")))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContainingAll("none", "folder must exist");
  }

  @Test
  void aClosedMemoryChangesNothing() {
    SavedMemory memory = SavedMemory.open(file);
    memory.store(1);
    memory.close();
    memory.close();

    assertThatThrownBy(() -> memory.store(2))
        .isInstanceOf(CodedCalculatorException.class)
        .hasMessageContaining("closed");
    assertThat(memory.recall().value()).isEqualTo(1);
  }

  @Test
  void crossesTheBoundaryWithItsErrors() {
    try (SavedMemory saved = SavedMemory.open(file);
        TestPair pair = TestPair.of(ServiceSet.of("memory", () -> new MemoryService(saved)))) {
      MemoryRegister memory = new MemoryClient(pair.channel());

      assertThat(memory.store(5)).isEqualTo(new MemoryState(1, 5));
      assertThat(memory.add(1)).isEqualTo(new MemoryState(2, 6));
      assertThat(memory.clear()).isEqualTo(new MemoryState(3, 0));
      assertThat(memory.history()).isEqualTo(saved.history()).hasSize(3);
      assertThat(memory.undo()).isEqualTo(memory.recall()).isEqualTo(new MemoryState(4, 6));
      assertThatThrownBy(() -> memory.store(Double.NaN))
          .isInstanceOf(InvalidOperandException.class);
      memory.undo();
      memory.undo();
      assertThatThrownBy(memory::undo)
          .isInstanceOfSatisfying(
              CodedCalculatorException.class,
              e -> assertThat(e.error().orElseThrow().code()).isEqualTo("NOTHING_TO_UNDO"));
    }
  }
}

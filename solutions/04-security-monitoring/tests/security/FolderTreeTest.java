package security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTreeTest {
  @TempDir private Path folder;

  /// As when plugins end, each with its copy, while the host removes all copies.
  @Test
  void whatSeveralRemoveAtOnceIsGoneAndNoOneFails() throws Exception {
    for (int round = 0; round < 50; round++) {
      Path tree = tree(folder.resolve("tree-" + round));
      CountDownLatch start = new CountDownLatch(1);
      try (ExecutorService threads = Executors.newCachedThreadPool()) {
        List<Future<?>> all = new ArrayList<>();
        for (Path part : List.of(tree, tree.resolve("1"), tree.resolve("2"), tree)) {
          all.add(
              threads.submit(
                  () -> {
                    start.await();
                    FolderTree.remove(part);
                    return null;
                  }));
        }
        start.countDown();
        for (Future<?> one : all) {
          assertThat(one.get()).isNull();
        }
      }
      assertThat(tree).doesNotExist();
    }
  }

  private static Path tree(Path root) throws IOException {
    Path made = FolderTree.make(root);
    for (String name : List.of("1", "2", "3")) {
      Path below = FolderTree.make(made.resolve(name));
      for (int i = 0; i < 30; i++) {
        Path file = Files.createFile(below.resolve("file-" + i));
        FolderTree.mode(file, "r--------");
      }
      FolderTree.mode(below, "r-x------");
    }
    return made;
  }
}

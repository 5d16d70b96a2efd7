package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.Logging;
import contract.FileListing;
import contract.FileStore;
import contract.FileStoreException;
import contract.FileStoreException.Reason;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Supplier;
import lifecycle.TestPair;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A transfer whose plugin fails in a way that no contract names.
@Timeout(20)
class ServedTransferTest {
  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  /// A store that fails, whatever is asked of it.
  private record Failing(Supplier<? extends Throwable> failure) implements FileStore {
    private RuntimeException failed() {
      return switch (failure.get()) {
        case Error error -> throw error;
        case RuntimeException exception -> exception;
        case Throwable other -> new IllegalArgumentException("no unchecked failure", other);
      };
    }

    @Override
    public InputStream read(String path) {
      throw failed();
    }

    @Override
    public byte[] readAt(String path, long offset, int length) {
      throw failed();
    }

    @Override
    public long write(String path, InputStream content) {
      throw failed();
    }

    @Override
    public void delete(String path) {
      throw failed();
    }

    @Override
    public FileListing list(String directory, String after) {
      throw failed();
    }
  }

  private static void assertTold(Supplier<? extends Throwable> failure, String part) {
    try (TestPair pair = TestPair.of(() -> new FileStoreService(new Failing(failure)))) {
      FileStore files = new FileStoreClient(pair.channel());

      assertThatThrownBy(() -> files.read("/a").readAllBytes())
          .isInstanceOf(FileStoreException.class)
          .hasMessageContaining(part)
          .extracting(e -> ((FileStoreException) e).reason())
          .isEqualTo(Reason.UNAVAILABLE);
      assertThatThrownBy(() -> files.write("/a", new ByteArrayInputStream(new byte[10])))
          .isInstanceOf(FileStoreException.class)
          .hasMessageContaining(part);
      assertThat(pair.client().exited()).isFalse();
    }
  }

  @Test
  void anErrorOfTheJvmEndsTheCall() {
    assertTold(() -> new NoClassDefFoundError("some/Thing"), "some/Thing");
  }

  @Test
  void aLongMessageIsCutAndNotLost() {
    assertTold(() -> new IllegalStateException("no luck" + "x".repeat(20_000)), "no luck");
  }
}

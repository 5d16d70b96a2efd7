package extensions;

import static org.assertj.core.api.Assertions.assertThat;

import basics.Logging;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/// Watches every buffer of Netty while a test class runs, and fails it if one was lost.
///
/// A loss is found when the garbage collector frees a buffer that was not released, and reported
/// with the next allocation.
final class NoBufferLeaks implements BeforeAllCallback, AfterAllCallback {
  private static final int COLLECTIONS = 3;

  private final ResourceLeakDetector.Level before = ResourceLeakDetector.getLevel();
  private final Logger logger = (Logger) LoggerFactory.getLogger(ResourceLeakDetector.class);
  private final ListAppender<ILoggingEvent> reports = new ListAppender<>();

  @Override
  public void beforeAll(ExtensionContext context) {
    Logging.toStderr(); // It forgets all appenders, so it comes first.
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    reports.start();
    logger.addAppender(reports);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      PooledByteBufAllocator.DEFAULT.heapBuffer(1).release();
      PooledByteBufAllocator.DEFAULT.directBuffer(1).release();
    }
    ResourceLeakDetector.setLevel(before);
    logger.detachAppender(reports);
    assertThat(reports.list).extracting(ILoggingEvent::getFormattedMessage).isEmpty();
  }
}

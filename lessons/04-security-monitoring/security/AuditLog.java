package security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A log of who did what, whose lines are on disk before what they tell of is done, and in which no
/// one changes, removes, adds or moves a line unnoticed ([AuditChain], [AuditVerifier]).
///
/// ```java
/// try (AuditLog audit = AuditLog.open(Path.of("audit.log"), Path.of("/elsewhere/audit.head"))) {
///   audit.append(AuditRecord.of("host", "plugin.start", "calculator", "allowed"));
///   start("calculator");
/// }
/// ```
///
/// All that wait at the same time are written together, with one force of the disk for many. Where
/// the disk fails, the log fails: nothing is acknowledged any more, and the host decides whether it
/// goes on without. The head's file belongs where an attacker of the log cannot write: it alone
/// shows a cut tail, and a log that was written anew as a whole.
///
/// After a crash, [#open] moves what lies after the head, such as half a line, to a file beside the
/// log, records that, and goes on: it was never acknowledged.
///
/// Safe for use by many threads. One process has a log open at a time. Close it: that ends its
/// thread.
public final class AuditLog implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(AuditLog.class);

  private final Path log;
  private final AuditFile file;
  private final HeldLock ownership;
  private final InstantSource clock;
  private final Thread writer;
  private final Object lock = new Object();
  private Batch batch = new Batch();
  private AuditHead chained;
  private boolean closed;
  private @Nullable AuditException failure;
  private volatile AuditHead saved;

  /// Lines that are written together. Guarded by the lock until the writer has taken it.
  private static final class Batch {
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
  }

  private AuditLog(AuditFile file, HeldLock ownership, AuditHead head, InstantSource clock) {
    this.log = file.log();
    this.file = file;
    this.ownership = ownership;
    this.chained = head;
    this.saved = head;
    this.clock = clock;
    // No virtual thread: it must write even where others hold all carriers.
    this.writer = Thread.ofPlatform().daemon().name("audit-log").unstarted(this::write);
  }

  /// Opens a log; a new one if there is neither log nor head.
  ///
  /// @param log the log's file; its folder exists
  /// @param headFile where its head is kept; its folder exists, best one that only the host can
  ///   write, on another disk
  /// @throws AuditException if the two do not belong together, someone has it open, or it cannot be
  ///   written
  public static AuditLog open(Path log, Path headFile) {
    return open(log, headFile, InstantSource.system());
  }

  static AuditLog open(Path log, Path headFile, InstantSource clock) {
    HeldLock ownership = own(log);
    AuditLog opened;
    Optional<AuditFile.Leftover> leftover;
    try {
      AuditHead head = AuditFile.agree(log, headFile);
      leftover = AuditFile.setAside(log, head);
      opened = new AuditLog(AuditFile.open(log, headFile), ownership, head, clock);
    } catch (IOException e) {
      ownership.close();
      throw AuditException.unusable(log, e);
    } catch (RuntimeException e) {
      ownership.close();
      throw e;
    }
    opened.writer.start();
    try {
      leftover.ifPresent(opened::recordLeftover);
      return opened;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private static HeldLock own(Path log) {
    try {
      return HeldLock.take(log.resolveSibling(log.getFileName() + ".lock"))
          .orElseThrow(() -> AuditException.inUse(log));
    } catch (IOException e) {
      throw AuditException.unusable(log, e);
    }
  }

  private void recordLeftover(AuditFile.Leftover leftover) {
    LOGGER.warn(
        "the audit log had {} bytes after its head, see {}", leftover.bytes(), leftover.evidence());
    AuditHead ignored =
        append(
            AuditRecord.of("audit-log", "audit.recover", log.toString(), "set aside")
                .with("evidence", String.valueOf(leftover.evidence().getFileName()))
                .with("bytes", String.valueOf(leftover.bytes()))
                .with("sha256", leftover.sha256()));
  }

  /// Records something. When it returns, a crash or a power cut can no longer take it back: now it
  /// may be done.
  ///
  /// @return the head with this record
  /// @throws AuditException if it is not recorded, or the log is closed: it must not be done
  public AuditHead append(AuditRecord entry) {
    AuditHead mine;
    Batch with;
    synchronized (lock) {
      requireUsable();
      Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      byte[] line = AuditChain.line(chained, entry.canonical(chained.line() + 1, at));
      mine = AuditChain.follow(chained, line);
      batch.lines.writeBytes(line);
      batch.lines.write('\n');
      chained = mine;
      with = batch;
      lock.notifyAll();
    }
    try {
      Void ignored = with.done.join();
    } catch (CompletionException e) {
      throw AuditException.notWritten(log, e.getCause() == null ? e : e.getCause());
    }
    return mine;
  }

  private void requireUsable() {
    if (failure != null) {
      throw AuditException.notWritten(log, failure);
    }
    if (closed) {
      throw AuditException.closed(log);
    }
  }

  /// The writer's life. However it ends, no one goes on to wait for it.
  private void write() {
    try {
      writeBatches();
    } catch (RuntimeException | Error e) {
      fail(new Batch(), e);
    }
  }

  private void writeBatches() {
    while (true) {
      Batch next;
      AuditHead end;
      synchronized (lock) {
        awaitLines();
        if (batch.lines.size() == 0) {
          return;
        }
        next = batch;
        end = chained;
        batch = new Batch();
      }
      if (!write(next, end)) {
        return;
      }
    }
  }

  /// The lock is held. Returns with an empty batch if the log is closed.
  private void awaitLines() {
    try {
      while (batch.lines.size() == 0 && !closed) {
        lock.wait();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("no one knows this thread to interrupt it", e);
    }
  }

  private boolean write(Batch next, AuditHead end) {
    try {
      file.append(next.lines.toByteArray(), end);
      saved = end;
      next.done.complete(null);
      return true;
    } catch (IOException | RuntimeException | Error e) {
      fail(next, e);
      return false;
    }
  }

  /// After a failed force no one knows what is on disk: the log ends here.
  private void fail(Batch failed, Throwable cause) {
    Batch waiting;
    synchronized (lock) {
      failure = AuditException.notWritten(log, cause);
      waiting = batch;
    }
    failed.done.completeExceptionally(cause);
    waiting.done.completeExceptionally(cause);
  }

  /// Where the log ends on disk. Sent to another machine now and then, it bounds what an attacker
  /// of this one can cut off.
  public AuditHead head() {
    return saved;
  }

  /// Checks the log up to its head, while others go on writing.
  ///
  /// @return the head that was checked
  /// @throws BrokenChainException if a line is wrong; it names the first one
  /// @throws AuditException if the log cannot be read
  public AuditHead verify() {
    AuditHead head = saved;
    try (InputStream input = Files.newInputStream(log)) {
      return AuditVerifier.verify(new BoundedInput(input, head.bytes()), head);
    } catch (IOException e) {
      throw AuditException.unusable(log, e);
    }
  }

  /// Writes what waits, and ends. Calling it again does nothing.
  @Override
  public void close() {
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
      lock.notifyAll();
    }
    boolean interrupted = false;
    while (writer.isAlive()) {
      try {
        writer.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    try {
      file.close();
    } catch (IOException e) {
      LOGGER.warn("{}: {}", log, e.toString());
    } finally {
      ownership.close();
    }
  }
}

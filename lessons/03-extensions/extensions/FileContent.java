package extensions;

import contract.FileStoreException;
import contract.FileStoreException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;

/// The bytes of an open file, up to a limit: a file may grow while it is read. For one thread.
final class FileContent extends InputStream {
  private final SeekableByteChannel channel;
  private final InputStream stream;
  private final long limitBytes;
  private final String path;
  private long count;

  /// @param channel closed with this stream
  FileContent(SeekableByteChannel channel, long limitBytes, String path) {
    this.channel = channel;
    this.stream = Channels.newInputStream(channel);
    this.limitBytes = limitBytes;
    this.path = path;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    try {
      int got = stream.read(target, offset, length);
      count += Math.max(got, 0);
      if (count > limitBytes) {
        throw ConfinedFiles.tooLarge(path, limitBytes);
      }
      return got;
    } catch (IOException e) {
      throw new FileStoreException(Reason.DISK, "cannot read %s: %s".formatted(path, e), e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

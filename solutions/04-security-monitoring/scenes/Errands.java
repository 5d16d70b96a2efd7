package scenes;

import contract.FileStore;
import contract.WebFetcher;
import contract.WebResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// What the host has its plugins do, with streams turned into texts. If a stream breaks off, an
/// [UncheckedIOException] says so.
public final class Errands {
  private Errands() {}

  /// The text behind a URL.
  ///
  /// @throws contract.WebFetchException if the plugin refuses
  public static String fetch(WebFetcher web, String url) {
    try (WebResponse response = web.fetch(url)) {
      return new String(response.body().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes a text to a file.
  ///
  /// @return its length in bytes
  /// @throws contract.FileStoreException if the plugin refuses
  public static long save(FileStore files, String path, String text) {
    try {
      return files.write(path, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The content of a file.
  ///
  /// @throws contract.FileStoreException if the plugin refuses
  public static byte[] load(FileStore files, String path) {
    try (InputStream content = files.read(path)) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

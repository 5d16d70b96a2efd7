//FILES monitoring/page.html=page.html
//FILES monitoring/page.css=page.css
//FILES monitoring/page.js=page.js
//FILES monitoring/icon.svg=icon.svg

package monitoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/// The monitoring page's own files, which lie beside this class: no build step makes them, and no
/// other server is asked for anything. JBang takes them from the lines above, Maven from pom.xml.
final class PageFiles {
  private PageFiles() {}

  /// The files by path, for [LoopbackServer#open].
  ///
  /// @throws IllegalStateException if one is not on the class path
  static Map<String, Supplier<Reply>> pages() {
    return Map.of(
        "/", page("page.html", "text/html"),
        "/page.css", page("page.css", "text/css"),
        "/page.js", page("page.js", "text/javascript"),
        "/icon.svg", page("icon.svg", "image/svg+xml"));
  }

  private static Supplier<Reply> page(String file, String type) {
    Reply reply = new Reply(200, type + "; charset=utf-8", read(file));
    return () -> reply;
  }

  private static String read(String file) {
    try (InputStream resource = PageFiles.class.getResourceAsStream(file)) {
      if (resource == null) {
        throw new IllegalStateException(
            "monitoring/%s is not on the class path; it belongs beside PageFiles.class"
                .formatted(file));
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

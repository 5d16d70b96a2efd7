package monitoring;

import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The secret that a host makes at its start and gives to one person: who shows it may look at logs
/// and press buttons ([GuardedPages]). It is worth nothing once the host has ended. Immutable.
///
/// It travels in the header `Authorization` alone. A cookie would go along with a request that
/// another site's page makes; a query (`?token=`) ends up in logs, in histories and in `Referer`.
///
/// How the person gets it ([#tell]): on a terminal as a link, whose part after the `#` no browser
/// sends to any server; the page keeps it for its tab and takes it out of the address. Where stdout
/// is no terminal, it may be a log that others read: there the link goes to a file that only its
/// owner reads. Who shares the machine with people that must not see it, even for the moment in
/// which a terminal starts the browser, pastes it into the page's field instead of following the
/// link.
public final class AccessToken {
  private static final int BYTES = 32;
  private static final String SCHEME = "Bearer ";

  private final String secret;

  private AccessToken(String secret) {
    this.secret = secret;
  }

  /// A new one, of 32 random bytes.
  public static AccessToken create() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new AccessToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /// The secret itself: letters, digits, `-` and `_`. Not for logs, addresses or command lines.
  public String secret() {
    return secret;
  }

  /// Whether a request shows this secret. It takes the same time however much of a guess is right.
  ///
  /// @param authorization all values of the header `Authorization`; more than one opens nothing
  public boolean opens(List<String> authorization) {
    if (authorization.size() != 1) {
      return false;
    }
    String value = authorization.getFirst();
    return value.regionMatches(/* ignoreCase= */ true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(bytes(secret), bytes(value.substring(SCHEME.length()).strip()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// The link that brings it into the page: `http://127.0.0.1:8080/#token=...`.
  ///
  /// @param server where the page is, with no slash at the end
  public URI link(URI server) {
    return URI.create(server + "/#token=" + secret);
  }

  /// Gives the link to the person at this host's terminal, or to the file's owner if there is none.
  ///
  /// @param server where the page is, with no slash at the end
  /// @param file is replaced, and only its owner may read it; not written on a terminal
  /// @return the line to print
  /// @throws IOException if the file cannot be written
  public String tell(URI server, Path file) throws IOException {
    if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()) {
      return "monitoring: " + link(server);
    }
    write(server, file);
    return "monitoring: %s (the link with the token: %s)".formatted(server, file);
  }

  /// Writes the link to a new file that only its owner may read.
  ///
  /// @param server where the page is, with no slash at the end
  /// @param file is replaced if it is there
  /// @throws IOException if it cannot be written
  public void write(URI server, Path file) throws IOException {
    boolean ignored = Files.deleteIfExists(file);
    // Made with these rights, not given them afterwards; never through someone's symbolic link.
    Path created = Files.createFile(file, ownerOnly(file));
    Files.writeString(created, link(server) + "\n");
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /// Without the secret: it may be logged.
  @Override
  public String toString() {
    return "AccessToken[hidden]";
  }
}

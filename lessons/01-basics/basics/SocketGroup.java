package basics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/// The group of users whose processes may use a socket, besides the owner's own (go-plugin:
/// `UnixSocketConfig.Group`). It exists: it was looked up.
public final class SocketGroup {
  private final GroupPrincipal group;

  private SocketGroup(GroupPrincipal group) {
    this.group = group;
  }

  /// The group of that name or number.
  ///
  /// @param nameOrId a group's name, or its id as a decimal number
  /// @throws PluginTransportException if the system knows no such group, or has none at all
  public static SocketGroup of(String nameOrId) {
    Path anywhere = Path.of("");
    try {
      // The JDK takes a number for an id where no group has it for a name.
      return new SocketGroup(
          anywhere
              .getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByGroupName(nameOrId));
    } catch (IOException | UnsupportedOperationException e) {
      throw new PluginTransportException(
          """
          no group of users is named "%s" (PLUGIN_UNIX_SOCKET_GROUP).
          Give the name of a group that exists on this machine, or its number."""
              .formatted(nameOrId),
          e);
    }
  }

  /// Lets the group use a file.
  ///
  /// @param permissions its new mode, such as `rw-rw----`
  /// @throws PluginTransportException if it may not be given to that group: a user may give files
  ///   to the own groups only
  public void own(Path file, String permissions) {
    try {
      PosixFileAttributeView attributes =
          Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
      attributes.setGroup(group);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    } catch (IOException e) {
      throw new PluginTransportException(
          """
          cannot give %s to the group "%s": %s
          Choose a group that this process's user belongs to."""
              .formatted(file, group.getName(), e),
          e);
    }
  }
}

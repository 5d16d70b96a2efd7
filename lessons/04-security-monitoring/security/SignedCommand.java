package security;

import extensions.PluginManifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import security.UntrustedPluginException.Reason;

/// The signed `plugin.yaml` against the one that the host has read before, unchecked: the host
/// knows the plugin's name, kind and needs from there.
final class SignedCommand {
  private SignedCommand() {}

  /// @param known the manifest that the host has read from the original folder
  /// @param root the original folder's real path
  /// @param copy the copy's folder
  /// @throws UntrustedPluginException OTHER_MANIFEST if they differ; MISSING if there is none in
  ///   the copy; ABSOLUTE_PATH if an argument leads back to the original folder
  static void requireSame(PluginManifest known, Path root, Path copy) {
    Path file = copy.resolve(PluginManifest.FILE_NAME);
    if (!file.toFile().isFile()) {
      throw new UntrustedPluginException(
          Reason.MISSING, PluginManifest.FILE_NAME, "a signed file", "none");
    }
    PluginManifest signed = PluginManifest.read(file);
    List<String> command = new ArrayList<>(signed.command());
    Path executable = Path.of(command.getFirst());
    if (executable.startsWith(copy)) {
      command.set(0, known.folder().resolve(copy.relativize(executable)).toString());
    }
    PluginManifest original =
        new PluginManifest(
            known.file(),
            signed.name(),
            signed.kind(),
            signed.version(),
            signed.description(),
            signed.capabilities(),
            command,
            signed.dependencies(),
            signed.permissions());
    if (!original.equals(known)) {
      throw new UntrustedPluginException(
          Reason.OTHER_MANIFEST,
          PluginManifest.FILE_NAME,
          text(original, known),
          text(known, original));
    }
    requireNoWayBack(signed, List.of(known.folder().toString(), root.toString()));
  }

  private static void requireNoWayBack(PluginManifest signed, List<String> folders) {
    for (String argument : signed.command()) {
      if (folders.stream().anyMatch(argument::contains)) {
        throw new UntrustedPluginException(
            Reason.ABSOLUTE_PATH, PluginManifest.FILE_NAME, "relative paths", argument);
      }
    }
  }

  /// What it is, and the first of the long lists in which it differs from the other one.
  private static String text(PluginManifest manifest, PluginManifest other) {
    String what = "%s %s".formatted(manifest.kind(), manifest.label());
    if (!manifest.command().equals(other.command())) {
      return "%s, command %s".formatted(what, manifest.command());
    }
    if (!manifest.permissions().equals(other.permissions())) {
      return "%s, permissions %s".formatted(what, manifest.permissions());
    }
    return "%s, needs %s, can %s, %s"
        .formatted(what, manifest.dependencies(), manifest.capabilities(), manifest.description());
  }
}

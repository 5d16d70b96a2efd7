package security;

import extensions.Disk;
import extensions.PluginManifest;
import extensions.SnapshotFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import security.UntrustedPluginException.Reason;

/// Signs a plugin's folder as it is at this moment, on the machine where plugins are made.
public final class PluginSigner {
  private PluginSigner() {}

  /// Writes `plugin.signed` into the folder, in the place of an older one.
  ///
  /// @param folder the plugin's folder, with its `plugin.yaml`
  /// @return what was signed
  /// @throws UntrustedPluginException if the folder has something that a host would refuse, such as
  ///   a link; nothing is written then
  /// @throws extensions.ManifestException if `plugin.yaml` is wrong
  public static SignedManifest sign(Path folder, SigningKey key) {
    PluginFolder content = PluginFolder.scan(folder);
    content.requireNoEmptyFolder();
    PluginManifest _ = PluginManifest.read(content.root().resolve(PluginManifest.FILE_NAME));
    List<SignedFile> files = new ArrayList<>();
    try {
      for (Map.Entry<String, Path> file : content.files().entrySet()) {
        files.add(file(file.getKey(), file.getValue()));
      }
      byte[] signed = SignedManifest.sign(key, files);
      SignedManifest manifest = SignedManifest.read(signed);
      new SnapshotFile(content.root().resolve(SignedManifest.FILE_NAME), Disk.LOCAL).write(signed);
      return manifest;
    } catch (IOException e) {
      throw new UntrustedPluginException(
          Reason.UNREADABLE, folder.toString(), "a folder to sign", e.toString(), e);
    }
  }

  private static SignedFile file(String path, Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream input = new DigestInputStream(Files.newInputStream(file), digest)) {
      long size = input.transferTo(OutputStream.nullOutputStream());
      return new SignedFile(
          path, size, HexFormat.of().formatHex(digest.digest()), Files.isExecutable(file));
    }
  }
}

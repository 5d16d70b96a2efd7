package security;

import basics.PluginException;
import org.jspecify.annotations.Nullable;

/// A plugin's folder is not what someone trusted has signed. The plugin was not started.
public final class UntrustedPluginException extends PluginException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String file;
  private final String expected;
  private final String found;

  /// Why a plugin is refused.
  public enum Reason {
    /// There is no signed manifest.
    UNSIGNED("is not signed", "Sign the folder, or take the plugin away."),
    /// The signed manifest is not of the form that [SignedManifest] has.
    MALFORMED("is malformed", "Sign the folder anew."),
    /// The signature is not the named key's, of these very bytes.
    BAD_SIGNATURE("has a wrong signature", "It was changed after it was signed: sign it anew."),
    /// The policy does not let plugins of this tier start.
    TIER_REFUSED(
        "is signed by someone whose plugins may not start here",
        "If you trust them, add their public key to the trust store."),
    /// A file or folder that was not signed.
    EXTRA("was added after the signing", "Take it away, or sign the folder anew."),
    /// A file that was signed and is gone.
    MISSING("is gone", "Bring it back, or sign the folder anew."),
    /// A file has other bytes than those that were signed.
    CHANGED("has other bytes than were signed", "Bring it back, or sign the folder anew."),
    /// A symbolic link, wherever it leads.
    LINK("is a symbolic link", "Put a copy of the file in its place."),
    /// A file with a second name somewhere.
    HARD_LINK("is a hard link", "Put a copy of the file in its place."),
    /// A pipe, a socket or a device.
    SPECIAL_FILE("is no plain file", "Take it away."),
    /// More files or bytes, or deeper folders, than a plugin may have.
    TOO_LARGE("is more than a plugin may have", "Make the plugin smaller."),
    /// The manifest that the host knows is not the one that was signed.
    OTHER_MANIFEST("is not what the host has read before", "Have the host read its plugins anew."),
    /// The command names a file in the folder by its absolute path.
    ABSOLUTE_PATH(
        "names the folder by its absolute path, where bytes may change after the check",
        "Write the path relative to the folder."),
    /// The folder or a file cannot be read, or not be copied.
    UNREADABLE("cannot be read or copied", "Look at the rights, and at the space on the disk.");

    private final String sentence;
    private final String advice;

    Reason(String sentence, String advice) {
      this.sentence = sentence;
      this.advice = advice;
    }
  }

  /// @param file what it is about, relative to the plugin's folder
  /// @param expected what was expected; one line
  /// @param found what was found instead; one line
  /// @param cause the error below; null if there is none
  UntrustedPluginException(
      Reason reason, String file, String expected, String found, @Nullable Throwable cause) {
    super(
        """
        the plugin is refused: %s %s
          expected  %s
          found     %s
        %s"""
            .formatted(
                PlainText.of(file),
                reason.sentence,
                PlainText.of(expected),
                PlainText.of(found),
                reason.advice),
        cause);
    this.reason = reason;
    this.file = file;
    this.expected = expected;
    this.found = found;
  }

  UntrustedPluginException(Reason reason, String file, String expected, String found) {
    this(reason, file, expected, found, null);
  }

  /// Why.
  public Reason reason() {
    return reason;
  }

  /// What it is about: a path relative to the plugin's folder, with `/` between names. Whoever made
  /// the folder chose it: it may have any characters.
  public String file() {
    return file;
  }

  /// What was expected, for a person.
  public String expected() {
    return expected;
  }

  /// What was found instead, for a person.
  public String found() {
    return found;
  }
}

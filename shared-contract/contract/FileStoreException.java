package contract;

/// Why a [FileStore] did not do what it was asked for.
public final class FileStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// The closed set of reasons: switch over it without a default.
  public enum Reason {
    /// The path is no absolute path, or has a `.`, a `..` or a NUL in it.
    INVALID_PATH,
    /// The path leads out of the allowed directories.
    OUTSIDE,
    /// A symbolic link lies on the path, or the file has a second name, a hard link.
    LINK,
    /// A pipe, a socket or a device has that name.
    SPECIAL_FILE,
    /// The path is an allowed directory itself, which stays as it is.
    ROOT,
    /// Nothing has that name.
    MISSING,
    /// A directory where a file is needed, or the other way round.
    WRONG_KIND,
    /// The file has more bytes than the store allows.
    TOO_LARGE,
    /// Another process changed the path at that moment: ask again.
    CHANGED,
    /// The file system refused: no permission, no space, a fault.
    DISK,
    /// The store has too much to do: ask later.
    BUSY,
    /// The store gave no answer. Whether a file was written or deleted is unknown.
    UNAVAILABLE
  }

  private final Reason reason;

  /// @param message what was asked, and what was found
  public FileStoreException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /// @param message what was asked, and what was found
  /// @param cause the error of the file system or of the transport
  public FileStoreException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /// What is wrong.
  public Reason reason() {
    return reason;
  }
}

package security;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Bytes as PEM text: base64 between two lines that name its kind (RFC 7468).
final class PemText {
  /// The kind of a certificate.
  static final String CERTIFICATE = "CERTIFICATE";

  /// The kind of a private key that is not encrypted (PKCS #8).
  static final String PRIVATE_KEY = "PRIVATE KEY";

  /// The kind of a public key (X.509).
  static final String PUBLIC_KEY = "PUBLIC KEY";

  private static final int LINE_CHARACTERS = 64;

  private PemText() {}

  /// The text of one block, with a line end after its last line.
  static String write(String kind, byte[] bytes) {
    Base64.Encoder encoder = Base64.getMimeEncoder(LINE_CHARACTERS, new byte[] {'\n'});
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(kind, encoder.encodeToString(bytes), kind);
  }

  /// All blocks of that kind, in their order. Text around them, and other kinds, do not count.
  ///
  /// @throws IllegalArgumentException if a block of that kind is not base64
  static List<byte[]> read(String kind, String text) {
    String quoted = Pattern.quote(kind);
    Matcher block =
        Pattern.compile("-----BEGIN " + quoted + "-----([^-]*)-----END " + quoted + "-----")
            .matcher(text);
    List<byte[]> blocks = new ArrayList<>();
    while (block.find()) {
      blocks.add(Base64.getDecoder().decode(block.group(1).replaceAll("\\s", "")));
    }
    return blocks;
  }
}

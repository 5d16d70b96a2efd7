package conformance;

import basics.Network;
import basics.PluginAddress;
import java.util.List;
import java.util.Optional;

/// A handshake line as it was printed, before anyone has judged it.
///
/// @param text the line without its line end
record RawLine(String text) {
  /// What go-plugin's host reads of a first line, in characters.
  static final int LONGEST = 64 * 1024;

  private List<String> fields() {
    return List.of(text.strip().split("\\|", -1));
  }

  /// Whether a host would take it for a handshake line: four fields, and no longer than it reads.
  boolean isOne() {
    return size() >= 4 && text.length() <= LONGEST;
  }

  /// How many fields there are.
  int size() {
    return fields().size();
  }

  /// A field, counted from 1; the empty text if it is not there.
  String field(int number) {
    return number <= size() ? fields().get(number - 1) : "";
  }

  /// Fields 3 and 4; empty if they name no address.
  Optional<PluginAddress> address() {
    return Network.ofWireName(field(3))
        .filter(network -> !field(4).isEmpty())
        .map(network -> new PluginAddress(network, field(4)));
  }
}

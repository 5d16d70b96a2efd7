package matrix;

import java.util.ArrayList;
import java.util.List;

/// One way of putting a host and a plugin together.
///
/// @param host who starts the plugin
/// @param plugin what is started
/// @param security how the connections are protected
/// @param sides how side connections are made
/// @param network where the plugin listens
record Cell(Language host, Language plugin, Security security, Sides sides, Net network) {
  /// What a program is written in. The programs in Go stand on the real go-plugin.
  enum Language {
    JAVA,
    GO
  }

  /// How connections are protected.
  enum Security {
    PLAIN,
    AUTOMTLS
  }

  /// How side connections are made: a socket for each, or all on the main one.
  enum Sides {
    BROKER,
    MUX
  }

  /// Where the plugin listens.
  enum Net {
    UNIX,
    TCP
  }

  /// All cells, those of one pair side by side.
  static List<Cell> all() {
    List<Cell> cells = new ArrayList<>();
    for (Language host : Language.values()) {
      for (Language plugin : Language.values()) {
        for (Security security : Security.values()) {
          for (Sides sides : Sides.values()) {
            for (Net network : Net.values()) {
              cells.add(new Cell(host, plugin, security, sides, network));
            }
          }
        }
      }
    }
    return cells;
  }

  /// Whether one of the two is written in that language.
  boolean has(Language language) {
    return host == language || plugin == language;
  }

  /// The flags of the host for this cell.
  List<String> hostFlags() {
    List<String> flags = new ArrayList<>();
    if (security == Security.AUTOMTLS) {
      flags.add("-automtls");
    }
    if (sides == Sides.MUX) {
      flags.add("-mux");
    }
    if (network == Net.TCP) {
      flags.add("-protocol-tcp");
    }
    flags.addAll(List.of("-versions", "1,2"));
    return flags;
  }

  /// The flags of the plugin for this cell.
  List<String> pluginFlags() {
    List<String> flags = new ArrayList<>(List.of("-versions", "1,2,3"));
    if (network == Net.TCP) {
      flags.add("-tcp");
    }
    return flags;
  }
}

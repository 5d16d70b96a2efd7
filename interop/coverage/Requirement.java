package coverage;

import java.util.List;

/// A feature of the protocol, or one of the cases that its behaviour is tested by.
///
/// @param tag what its tests are tagged with: `F4`, `case-15`
/// @param text what it is, in a line
/// @param classes the classes that do it, such as `lifecycle.PluginClient`; empty for a case
record Requirement(String tag, String text, List<String> classes) {
  Requirement {
    classes = List.copyOf(classes);
  }
}

package pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands that a repository offers: the Makefile's targets, JBang's short names and scripts.
///
/// @param root the repository's folder
/// @param targets what may stand after `make`
/// @param aliases what may stand after `./jbang`, besides the path of a script
record Commands(Path root, Set<String> targets, Set<String> aliases) {
  private static final Pattern MAKE = Pattern.compile("(?<![\\w/.-])make ([a-z][\\w-]*)");
  private static final Pattern JBANG = Pattern.compile("\\./jbang ([\\w./-]+)");
  private static final Pattern LIST = Pattern.compile("(?m)^([A-Z_]+) := (.*)$");
  private static final Pattern EACH = Pattern.compile("\\$\\(([A-Z_]+):%=([^%)]*)%\\)");
  private static final Pattern RULE = Pattern.compile("(?m)^([a-z][\\w -]*?) *:(?!=)");

  /// JBang's own words, of which a page may show one.
  private static final Set<String> OF_JBANG = Set.of("version");

  static Commands of(Path root) throws IOException {
    JsonNode catalog = JsonMapper.shared().readTree(root.resolve("jbang-catalog.json").toFile());
    return new Commands(
        root,
        targets(Files.readString(root.resolve("Makefile"))),
        Set.copyOf(catalog.path("aliases").propertyNames()));
  }

  /// The targets of a Makefile, those made of a list of values (`$(LESSONS:%=lesson-%)`) included.
  static Set<String> targets(String makefile) {
    Map<String, List<String>> lists = new TreeMap<>();
    LIST.matcher(makefile)
        .results()
        .forEach(list -> lists.put(list.group(1), List.of(list.group(2).strip().split(" +"))));
    String expanded =
        EACH.matcher(makefile)
            .replaceAll(
                each -> {
                  Stream<String> values = lists.getOrDefault(each.group(1), List.of()).stream();
                  return String.join(" ", values.map(value -> each.group(2) + value).toList());
                });
    Set<String> targets = new TreeSet<>();
    RULE.matcher(expanded)
        .results()
        .forEach(rule -> targets.addAll(List.of(rule.group(1).strip().split(" +"))));
    return targets;
  }

  /// The commands that a page shows and that do not exist, each once.
  List<String> unknown(Page page) {
    Set<String> unknown = new LinkedHashSet<>();
    for (String code : page.code()) {
      shown(MAKE, code)
          .filter(target -> !targets.contains(target))
          .forEach(target -> unknown.add("make " + target));
      shown(JBANG, code)
          .filter(name -> !isRunnable(name))
          .forEach(name -> unknown.add("./jbang " + name));
    }
    return new ArrayList<>(unknown);
  }

  private static Stream<String> shown(Pattern command, String code) {
    Matcher matcher = command.matcher(code);
    return matcher.results().map((MatchResult found) -> found.group(1));
  }

  private boolean isRunnable(String name) {
    return aliases.contains(name)
        || OF_JBANG.contains(name)
        || (name.endsWith(".java") && Files.isRegularFile(root.resolve(name)));
  }
}

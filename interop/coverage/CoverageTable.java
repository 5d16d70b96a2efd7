package coverage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The table of what is proved, in Markdown.
final class CoverageTable {
  private final Map<String, List<TestMethod>> tests;

  /// @param tests tests by tag
  CoverageTable(Map<String, List<TestMethod>> tests) {
    this.tests = tests;
  }

  /// The page for the course as it stands.
  ///
  /// @param root the course's folder
  /// @throws IOException if a source or a list cannot be read
  static String of(Path root) throws IOException {
    Path lists = root.resolve("interop/coverage");
    CoverageTable table = new CoverageTable(TaggedTests.below(root));
    return table.page(
        Requirements.read(lists.resolve("features.txt")),
        Requirements.read(lists.resolve("cases.txt")));
  }

  String page(List<Requirement> features, List<Requirement> cases) {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # What is proved, and where

        Written by `make coverage` from the tags of the tests. A test fails if this page
        is out of date, or if a row has no test or names a class that is not there.
        `mvn verify -Dgroups=F4` runs the tests of a row.

        ## The features of go-plugin

        | feature | | class | proved by |
        |---|---|---|---|
        """);
    features.forEach(feature -> page.append(featureRow(feature)));
    page.append(
        """

        ## The cases

        1 to 58 are the cases of go-plugin's own tests; from 59 on, what its tests leave out.

        | case | behaviour | proved by |
        |---|---|---|
        """);
    cases.forEach(one -> page.append(caseRow(one)));
    return page.toString();
  }

  private String featureRow(Requirement feature) {
    String classes =
        String.join("<br>", feature.classes().stream().map(name -> code(name)).toList());
    return "| %s | %s | %s | %s |%n"
        .formatted(feature.tag(), feature.text(), classes, proofs(feature.tag()));
  }

  private String caseRow(Requirement one) {
    return "| %s | %s | %s |%n"
        .formatted(one.tag().replace("case-", ""), one.text(), proofs(one.tag()));
  }

  private String proofs(String tag) {
    List<String> links =
        tests.getOrDefault(tag, List.of()).stream()
            .map(
                test ->
                    "[%s](../%s) %s".formatted(test.className(), test.file(), code(test.name())))
            .toList();
    return String.join("<br>", links);
  }

  private static String code(String name) {
    return "`" + name + "`";
  }
}

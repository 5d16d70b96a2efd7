package prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongAnswerTest {
  private static final Path FILE = Path.of("basics/Sum.java");
  private static final String SOLUTION =
      """
      package basics;

      import course.Exercise;

      /// Adds.
      public final class Sum {
        private static final int START = 0;

        Sum(int start) {}

        /// Adds two.
        @Exercise("1.4")
        static int of(int left, int right) {
          return left + right;
        }

        static int of(java.util.List<Integer> parts) {
          return START;
        }

        record Part(String text) {
          int length() {
            return text.length();
          }
        }
      }
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void replacesMemberOfTheSameNameAndParameterTypes() throws IOException {
    assertThat(apply("@Exercise(\"1.4\")\nstatic int of(int a, int b) {\n  return a - b;\n}"))
        .isEqualTo(
            SOLUTION.replace(
                """
                @Exercise("1.4")
                  static int of(int left, int right) {
                    return left + right;
                  }
                """
                    .stripTrailing(),
                "@Exercise(\"1.4\")\nstatic int of(int a, int b) {\n  return a - b;\n}"));
  }

  @Test
  void tellsOverloadsApartByTypesWithoutPackages() throws IOException {
    assertThat(apply("static int of(List<Integer> parts) { return 7; }"))
        .contains("return left + right;", "return 7;")
        .doesNotContain("return START;");
  }

  @Test
  void replacesFieldsConstructorsAndMembersOfNestedTypes() throws IOException {
    assertThat(
            apply(
                "private static final int START = 1;\n"
                    + "Sum(int s) { super(); }\n"
                    + "int length() { return 0; }"))
        .contains("START = 1;", "Sum(int s) { super(); }", "int length() { return 0; }")
        .doesNotContain("START = 0", "text.length()");
  }

  @Test
  void addsMembersThatAreNotThereAndImports() throws IOException {
    WrongAnswer answer =
        read(
            """
            // file: basics/Sum.java
            // wrong: counts
            // import java.util.Set;
            // import static java.lang.Math.abs;

            static int of(int a, int b) {
              return help(Set.of(abs(a)));
            }

            private static int help(Set<Integer> set) {
              return set.size();
            }
            """);

    assertThat(answer.applyTo(Map.of(FILE, SOLUTION)).get(FILE))
        .startsWith(
            """
            package basics;

            import static java.lang.Math.abs;

            import course.Exercise;
            import java.util.Set;

            /// Adds.
            """)
        .contains("private static int help(Set<Integer> set)")
        .endsWith("}\n");
  }

  @Test
  void replacesCompactConstructorOfRecord() throws IOException {
    String record = "record Sum(int a) {\n  Sum {\n    check(a);\n  }\n}\n";
    WrongAnswer answer = read("// file: basics/Sum.java\n// wrong: no check\nSum {}\n");

    assertThat(answer.applyTo(Map.of(FILE, record)).get(FILE))
        .isEqualTo("record Sum(int a) {\n  Sum {}\n}\n");
  }

  @Test
  void worksOnCompactSourceFiles() throws IOException {
    Path host = Path.of("Host.java");
    String text = "//JAVA 25+\n\nvoid main() {}\n\nint sum() {\n  return 1;\n}\n";
    WrongAnswer answer =
        read(
            "// file: Host.java\n"
                + "// wrong: two\n"
                + "int sum() {\n"
                + "  return two();\n"
                + "}\n"
                + "int two() {return 2;}");

    assertThat(answer.applyTo(Map.of(host, text)).get(host))
        .startsWith("//JAVA 25+\n\nvoid main() {}\n\nint sum() {\n  return two();\n}")
        .contains("int two() {return 2;}");
  }

  @Test
  void refusesFileWithoutItsTwoLines() {
    assertRefused("int of() {}", "line 1 must read \"// file: ...\"");
    assertRefused("// file: basics/Sum.java\nint of() {}", "line 2 must read \"// wrong: ...\"");
  }

  @Test
  void refusesFileThatTheSolutionDoesNotHave() {
    assertRefused("// file: basics/Sums.java\n// wrong: x\nvoid a() {}", "has no file basics/Sums");
  }

  @Test
  void refusesMembersThatDoNotParse() {
    assertRefused("// file: basics/Sum.java\n// wrong: x\nint of( {}", "do not parse");
  }

  @Test
  void refusesMembersOfWhichNoneReplacesAnything() {
    assertRefused(
        "// file: basics/Sum.java\n// wrong: x\nint of(long a) { return 1; }",
        "replaces no member of basics/Sum.java");
  }

  private void assertRefused(String text, String reason) {
    assertThatExceptionOfType(WrongAnswerException.class)
        .isThrownBy(() -> read(text).applyTo(Map.of(FILE, SOLUTION)))
        .withMessageContaining("wrong.java: ")
        .withMessageContaining(reason);
  }

  private String apply(String members) throws IOException {
    WrongAnswer answer = read("// file: basics/Sum.java\n// wrong: it is\n" + members + "\n");
    return answer.applyTo(Map.of(FILE, SOLUTION)).getOrDefault(FILE, "");
  }

  private WrongAnswer read(String text) throws IOException {
    return WrongAnswer.read(Files.writeString(folder.resolve("wrong.java"), text));
  }
}

package weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// Pages of a small course are woven: what stands in a block, and what is refused.
class PageWeaverTest {
  private static final String SUM = "solutions/01-basics/basics/Sum.java";

  @TempDir private Path folder = Path.of("");
  private Path root = Path.of("");

  @BeforeEach
  void makeCourse() throws IOException {
    root = folder.toRealPath();
    write(
        SUM,
        """
        package basics;

        import course.Exercise;

        /// Adds.
        public final class Sum {
          private final Object lock = new Object();
          private int calls;

          /// Counts, and adds.
          @Deprecated
          public int add(int left, int right) {
            calls++;
            // Not more than once.
            int sum = left + right;

            return sum;
          }

          int twice(int one) {
            return add(one, one);
          }

          int twice(String one, java.util.List<String> more) {
            return twice(Integer.parseInt(one));
          }

          /// Exercise 1.1.
          @Exercise("1.1")
          int product(int left, int right) {
            return repeated(left, right);
          }

          private int repeated(int left, int right) {
            return left * right;
          }

          /// Is asked.
          interface Asked {
            /// Asks.
            boolean ask();

            /* Not documentation. */
            void tell();
          }
        }
        """);
    write(
        "shared-contract/proto/a.proto",
        """
        service Sums {
          // Adds.
          rpc Add(Operands) returns (Result);
          rpc AddAll(Operands) returns (Result);
        }

        message Operands {
          double left = 1;

          double right = 2;
        }
        """);
    write(
        "solutions/01-basics/config.yaml",
        """
        plugins:
          one:
            kind: sum

            size: 1MB
          two:
            kind: sum
        more: 1
        """);
  }

  @Test
  void aMarkedBlockGetsTheMembersText() throws IOException {
    assertThat(woven("<!-- code: %s#twice(int) -->\n```\nold\n```\n".formatted(SUM)).text())
        .isEqualTo(
            """
            <!-- code: %s#twice(int) -->
            ```java
            int twice(int one) {
              return add(one, one);
            }
            ```
            """
                .formatted(SUM));
  }

  @Test
  void aMarkWithoutABlockGetsOne() throws IOException {
    assertThat(woven("<!-- code: %s#calls -->\n\nText.\n".formatted(SUM)).text())
        .isEqualTo(
            "<!-- code: %s#calls -->\n```java\nprivate int calls;\n```\n\nText.\n".formatted(SUM));
  }

  @Test
  void allElseStaysAsItIs() throws IOException {
    String page =
        """
        # Title  \r

        Text `add` and <!-- a comment -->

        ```
        <!-- code: none.java#none -->
        [`add`](none.java#L1-L2)
        ```

        ~~~~
        ```java
        ~~~~
        no end of line""";

    Woven woven = woven(page);

    assertThat(woven.text()).isEqualTo(page);
    assertThat(woven.problems()).isEmpty();
  }

  @Test
  void weavingTwiceChangesNothing() throws IOException {
    String once = woven("1. <!-- no -->\n   <!-- code: %s#add -->\n".formatted(SUM)).text();

    assertThat(once).contains("\n   ```java\n   @Deprecated\n   public int add(");
    assertThat(woven(once)).isEqualTo(new Woven(once, List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          %s#add:1          ! calls++;
          %s#add:2-3        ! int sum = left + right;\\n\\nreturn sum;
          %s#add:1-2        ! calls++;\\n// Not more than once.\\nint sum = left + right;
          %s#Sum.calls      ! private int calls;
          %s#lock, calls    ! private final Object lock = new Object();\\nprivate int calls;
          %s#Asked.ask      ! boolean ask();
          %s#Asked.ask doc  ! /// Asks.\\nboolean ask();
          """)
  void aPieceIsChosen(String mark, String text) throws IOException {
    assertThat(block(mark.formatted(SUM))).isEqualTo(text.replace("\\n", "\n"));
  }

  @Test
  void methodsOfOneNameAreToldApart() throws IOException {
    assertThat(block(SUM + "#twice(String, java.util.List)")).contains("parseInt");
  }

  @Test
  void documentationIsLeftOutOfATypeUnlessAskedFor() throws IOException {
    assertThat(block(SUM + "#Asked"))
        .isEqualTo(
            """
            interface Asked {
              boolean ask();

              /* Not documentation. */
              void tell();
            }""");
    assertThat(block(SUM + "#Asked doc")).startsWith("/// Is asked.\n").contains("  /// Asks.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          solutions/01-basics/config.yaml#plugins.one ! one:\\n  kind: sum\\n\\n  size: 1MB
          solutions/01-basics/config.yaml#more        ! more: 1
          shared-contract/proto/a.proto#rpc Add       ! rpc Add(Operands) returns (Result);
          shared-contract/proto/a.proto#message Operands ! message Operands {\\n  double left = 1;\\n\\n  double right = 2;\\n}
          """)
  void otherFilesAreQuotedByTheirOutline(String mark, String text) throws IOException {
    assertThat(block(mark)).isEqualTo(text.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          %s#subtract        ! has no member subtract; it has: Sum; Sum.lock; Sum.calls; Sum.add(int, int);
          %s#twice           ! may be each of: Sum.twice(int); Sum.twice(String, java.util.List)
          %s#twice(long)     ! has no member twice(long)
          %s#add:3-4         ! add in %s has no statement 4; it has 3
          %s#calls:1         ! calls in %s has no statement 1; it has 0
          %s#add:0           ! the first is 1
          %s#                ! is no member
          %s                 ! no member is named
          basics/Sum.java#add ! there is no file basics/Sum.java; there is: %s
          ../Sum.java#add    ! there is no file
          lessons/01-basics/Sum.java#add ! is the learner's
          solutions/01-basics/config.yaml#kind ! has 2 entries "kind"
          solutions/01-basics/config.yaml#none ! the lines there: plugins:; one:; two:; more: 1
          solutions/01-basics/config.yaml#more:1 ! has no statements
          """)
  void whatIsNotThereIsNamed(String mark, String problem) throws IOException {
    String page = "# Title\n\n<!-- code: %s -->\n```java\nold\n```\n".formatted(named(mark));

    Woven woven = woven(page);

    assertThat(woven.problems())
        .singleElement()
        .asString()
        .startsWith("page.md:3: ")
        .contains(named(problem));
    assertThat(woven.text()).isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"product", "product:1", "repeated", "repeated:1", "Sum"})
  void anAnswerIsRefusedUnlessItIsMeant(String member) throws IOException {
    String mark = "<!-- code: %s#%s%s -->\n";

    assertThat(woven(mark.formatted(SUM, member, "")).problems())
        .singleElement()
        .asString()
        .contains("is an exercise's answer");
    assertThat(woven(mark.formatted(SUM, member, " answer")).problems())
        .noneMatch(problem -> problem.contains("answer"));
  }

  @Test
  void aLessonsPageShowsNoAnswerAtAll() throws IOException {
    String mark = "<!-- code: %s#product answer -->\n".formatted(SUM);

    assertThat(weave("lessons/01-basics/README.md", mark).problems())
        .singleElement()
        .asString()
        .contains("a lesson's page shows no answer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ```java\\nint a;\\n```             | page.md:1: a block of java without a mark
          - item\\n\\n  ```yaml\\n  a: 1\\n  ``` | page.md:3: a block of yaml without a mark
          <!-- not from source: -->\\n```java\\nint a;\\n``` | a reason
          <!-- not from source: why -->\\n\\nText | in the next line a block
          <!-- code: a#b                     | the mark is not one line
          ```\\nmake a                       | page.md:1: this block has no end
          """)
  void aBlockThatNobodyProvesIsFound(String page, String problem) throws IOException {
    assertThat(woven(page.replace("\\n", "\n")).problems())
        .singleElement()
        .asString()
        .contains(problem);
  }

  @Test
  void aReasonStandsForASource() throws IOException {
    String page = "<!-- not from source: you type it -->\n```yaml\na: 1\n```\n";

    assertThat(woven(page)).isEqualTo(new Woven(page, List.of()));
  }

  @Test
  void aBlockIsShortAndNarrow() throws IOException {
    write("shared-contract/Long.java", "class Long {\n" + "  int a;\n".repeat(25) + "}\n");
    write("shared-contract/Wide.java", "class Wide {\n  int %s;\n}\n".formatted("a".repeat(95)));

    assertThat(woven("<!-- code: shared-contract/Long.java#Long -->\n").problems())
        .singleElement()
        .asString()
        .contains("27 lines, more than 26");
    assertThat(woven("  <!-- code: shared-contract/Wide.java#Wide -->\n").problems())
        .singleElement()
        .asString()
        .contains("a line has 104 columns");
  }

  @Test
  void aLinkGetsTheMembersLines() throws IOException {
    String page =
        "1. [`add`](%s#L1-L2), [`twice`](%s#L3 \"twice(int)\") and [`x`](%s)\n"
            .formatted(SUM, SUM, SUM);

    assertThat(woven(page).text())
        .isEqualTo(
            "1. [`add`](%s#L12-L18), [`twice`](%s#L20-L22 \"twice(int)\") and [`x`](%s)\n"
                .formatted(SUM, SUM, SUM));
  }

  @Test
  void aLinkIsRelativeToItsPage() throws IOException {
    String page = "[`add`](../../%s#L1)".formatted(SUM);

    assertThat(weave("lessons/01-basics/README.md", page).text()).contains("#L12-L18)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          [`gone`](%s#L1-L2)       ! has no member gone
          [`twice`](%s#L1-L2)      ! may be each of
          [`add`](none.java#L1-L2) ! there is no file none.java
          """)
  void aLinkToNoMemberIsFound(String link, String problem) throws IOException {
    assertThat(woven("\n" + named(link)).problems())
        .singleElement()
        .asString()
        .startsWith("page.md:2: ")
        .contains(problem);
  }

  @Test
  void theCommandWritesPagesAndItsVerifyDoesNot() throws IOException {
    String page = "<!-- code: %s#calls -->\n".formatted(SUM);
    write("GUIDE.md", page);

    assertThat(run("--verify")).isEqualTo(1);
    assertThat(root.resolve("GUIDE.md")).hasContent(page);
    assertThat(run()).isZero();
    assertThat(root.resolve("GUIDE.md")).content().contains("private int calls;");
    assertThat(run("--verify")).isZero();
  }

  @Test
  void theCommandFailsForAProblem() throws IOException {
    write("GUIDE.md", "<!-- code: %s#gone -->\n<!-- code: %s#calls -->\n".formatted(SUM, SUM));

    assertThat(run()).isEqualTo(1);
    assertThat(root.resolve("GUIDE.md")).content().contains("private int calls;");
  }

  private int run(String... arguments) {
    CommandLine command = new CommandLine(new WeaveCommand());
    return command.execute(
        Stream.concat(Stream.of("--root", root.toString()), Arrays.stream(arguments))
            .toArray(String[]::new));
  }

  private String block(String mark) throws IOException {
    Woven woven = woven("<!-- code: %s -->\n".formatted(mark));
    assertThat(woven.problems()).isEmpty();
    return woven.text().replaceFirst("(?s)^.*?```\\w+\n", "").replaceFirst("\n```\n$", "");
  }

  private Woven woven(String page) throws IOException {
    return weave("page.md", page);
  }

  private Woven weave(String name, String page) throws IOException {
    return new PageWeaver(root).weave(root.resolve(name), page);
  }

  private static String named(String text) {
    return text.replace("%s", SUM);
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

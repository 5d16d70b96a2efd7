package pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The checkers of the pages find what is wrong, and nothing else. Small texts.
class CheckersTest {
  private static final String ENGLISH =
      """
      # Title

      See [stage](#stage-one) and [file](a.txt). Run `make a` or `make b`.

      ## Stage one

      ```
      make a
      ```

      ```mermaid
      pie
        "one" : 1
      ```

      | a | b |
      |---|---|
      | 1 | 2 |

      - item
      """;

  @TempDir private Path root = Path.of("");

  @BeforeEach
  void makeRepository() throws IOException {
    Files.writeString(root.resolve("a.txt"), "one\ntwo\n");
    Files.writeString(root.resolve("b.md"), "# One & two\n\n# One & two\n\n## 第二 `part`\n");
    Files.writeString(
        root.resolve("C.java"),
        """
        class C {
          void run() {
            go();
          }

          void go() {
          }
        }
        """);
    Files.writeString(
        root.resolve("Makefile"),
        """
        LESSONS := 1 2
        PATHS := $(HOME):x
        a b: ## two targets
        	@echo c: is no target
        $(LESSONS:%=check-%): check-%: ## for each lesson
        .PHONY: a
        """);
    Files.writeString(
        root.resolve("jbang-catalog.json"), "{\"aliases\": {\"one/Host.java\": {}, \"tool\": {}}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](a.txt)",
        "[x](a.txt#L1-L2)",
        "[x][r]\n\n[r]: a.txt",
        "[x](b.md#one--two-1)",
        "[x](b.md#第二-part)",
        "[x](#here)\n\n# Here!",
        "[`run`](C.java#L2-L4)",
        "[x](https://example.org/none.md#none)",
        "`[x](none.txt)`",
      })
  void aGoodLinkPasses(String markdown) throws IOException {
    assertThat(new Links(root).broken(page(markdown))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          [x](none.txt)                   ! no such file
          [x][r]\\n\\n[r]: none.txt       ! no such file
          | a |\\n|---|\\n| [x](none.txt) | ! no such file
          - **[x](none.txt)**             ! no such file
          [x](../outside.txt)             ! leads out of the repository
          [x](#here)\\n\\n# There         ! no such heading
          [x](b.md#one--two-2)            ! no such heading
          [x](a.txt#L1-L9)                ! no such lines
          [x](a.txt#top)                  ! no lines
          [`go`](C.java#L2-L4)            ! not the member go
          [`run`](C.java#L2-L3)           ! not the member run
          [`run`](C.java#L2-L7)           ! not the member run
          """)
  void aBrokenLinkIsFound(String markdown, String reason) throws IOException {
    assertThat(new Links(root).broken(page(markdown.replace("\\n", "\n"))))
        .singleElement()
        .asString()
        .contains(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`make a`",
        "```\nmake b EX=1\n```",
        "    make check-2",
        "`./jbang tool list`",
        "`./jbang one/Host.java`",
        "`./jbang C.java`",
        "They make none of it.",
        "`cmake none` and `make`",
      })
  void aGoodCommandPasses(String markdown) throws IOException {
    assertThat(Commands.of(root).unknown(page(markdown))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          `make none`                       ! make none
          ```\\n$ make c\\n```              ! make c
          \\ \\ \\ \\ make check-3          ! make check-3
          | a |\\n|---|\\n| `make none` |   ! make none
          `./jbang toolbox`                 ! ./jbang toolbox
          `./jbang D.java`                  ! ./jbang D.java
          """)
  void anUnknownCommandIsFound(String markdown, String command) throws IOException {
    String text = markdown.replace("\\n", "\n").replace("\\ ", " ");

    assertThat(Commands.of(root).unknown(page(text))).containsExactly(command);
  }

  @Test
  void aMakefilesTargetsAreFound() throws IOException {
    assertThat(Commands.targets(Files.readString(root.resolve("Makefile"))))
        .containsExactly("a", "b", "check-1", "check-2");
  }

  @Test
  void aPicturesUnknownNameIsFound() {
    Names names = new Names(Set.of("PluginClient"));
    String picture = "```mermaid\nflowchart\n  PluginClient --> PluginKlient\n```\n`OtherName`";

    assertThat(names.unknown(page(picture))).containsExactly("PluginKlient");
  }

  @Test
  void aTranslationHasOtherWords() {
    String chinese =
        ENGLISH
            .replace("# Title", "# 标题")
            .replace("## Stage one", "## 第一阶段")
            .replace("#stage-one", "#第一阶段")
            .replace("Run `make a` or `make b`.", "运行 `make b` 或者 `make a`。")
            .replace("\"one\"", "\"一\"")
            .replace("| 1 | 2 |", "| 一 | 二 |")
            .replace("item", "项");

    assertThat(Translation.differences(page(ENGLISH), page(chinese))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          ## Stage one     ! ### Stage one
          ## Stage one     ! Stage one
          #stage-one       ! #title
          a.txt            ! b.md
          [file](a.txt)    ! file
          `make b`         ! `make c`
          make a\\n```     ! make b\\n```
          ```\\nmake       ! ```sh\\nmake
          pie              ! gantt
          : 1              ! : 1\\n  "two" : 2
          | 1 | 2 |        ! | 1 | 2 |\\n| 3 | 4 |
          - item           ! - item\\n- another
          """)
  void whatATranslationChangesIsFound(String original, String changed) {
    String other = ENGLISH.replace(original.replace("\\n", "\n"), changed.replace("\\n", "\n"));

    assertThat(other).isNotEqualTo(ENGLISH);
    assertThat(Translation.differences(page(ENGLISH), page(other))).isNotEmpty();
  }

  @Test
  void theOrderOfCommandsCounts() {
    String first = "```\nmake a\n```\n\n```\nmake b\n```\n";
    String second = "```\nmake b\n```\n\n```\nmake a\n```\n";

    assertThat(Translation.differences(page(first), page(second)))
        .singleElement()
        .asString()
        .contains("another order");
  }

  private Page page(String markdown) {
    return Page.parse(root.resolve("page.md"), markdown);
  }
}

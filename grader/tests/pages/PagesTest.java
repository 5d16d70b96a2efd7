package pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a learner reads is true of the repository. [CheckersTest] shows that a false page is found.
class PagesTest {
  private static final Path ROOT = Path.of("..");
  private static final List<String> GUIDES = List.of("GUIDE.md", "GUIDE.zh-CN.md");

  static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String name : GUIDES) {
      pages.add(ROOT.resolve(name));
    }
    for (String name :
        List.of(
            "README.md",
            "WORKSHOP.md",
            "CONTRIBUTING.md",
            "interop/README.md",
            "bench/README.md")) {
      pages.add(ROOT.resolve(name));
    }
    try (Stream<Path> lessons = Files.list(ROOT.resolve("lessons"))) {
      lessons
          .map(lesson -> lesson.resolve("README.md"))
          .filter(Files::exists)
          .sorted()
          .forEach(pages::add);
    }
    return pages;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsToWhatItSays(Path page) throws IOException {
    assertThat(new Links(ROOT).broken(Page.read(page))).as("broken links of %s", page).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandExists(Path page) throws IOException {
    assertThat(Commands.of(ROOT).unknown(Page.read(page))).as("commands of %s", page).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPictureNamesOnlyWhatExists(Path page) throws IOException {
    assertThat(Names.in(ROOT).unknown(Page.read(page))).as("names in %s", page).isEmpty();
  }

  @Test
  void theGuideSaysTheSameInBothLanguages() throws IOException {
    Page english = Page.read(ROOT.resolve(GUIDES.getFirst()));
    Page chinese = Page.read(ROOT.resolve(GUIDES.getLast()));

    assertThat(Translation.differences(english, chinese)).isEmpty();
  }

  @Test
  void theLessonsAreAmongThePages() throws IOException {
    assertThat(pages()).hasSizeGreaterThanOrEqualTo(10);
  }
}

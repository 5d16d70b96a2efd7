package pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weave.PageWeaver;
import weave.Pages;
import weave.Woven;

/// What a learner reads is true of the repository. [CheckersTest] shows that a false page is found.
class PagesTest {
  private static final Path ROOT = Path.of("..");
  private static final List<String> GUIDES = List.of("GUIDE.md", "GUIDE.zh-CN.md");

  static List<Path> pages() {
    return Pages.in(ROOT);
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

  @ParameterizedTest
  @MethodSource("pages")
  void everyQuotedCodeIsWhatTheSourceSays(Path page) throws IOException {
    Path root = ROOT.toAbsolutePath().normalize();
    String text = Files.readString(page);

    Woven woven = new PageWeaver(root).weave(page.toAbsolutePath().normalize(), text);

    assertThat(woven.problems()).as("marks of %s", page).isEmpty();
    assertThat(text).as("%s is out of date: run make weave", page).isEqualTo(woven.text());
  }

  @Test
  void theGuideSaysTheSameInBothLanguages() throws IOException {
    Page english = Page.read(ROOT.resolve(GUIDES.getFirst()));
    Page chinese = Page.read(ROOT.resolve(GUIDES.getLast()));

    assertThat(Translation.differences(english, chinese)).isEmpty();
  }

  @Test
  void theLessonsAreAmongThePages() {
    assertThat(pages()).hasSizeGreaterThanOrEqualTo(10);
  }
}

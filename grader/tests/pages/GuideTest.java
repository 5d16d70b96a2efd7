package pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the guide's pictures and tables promise. That their names exist, [PagesTest] holds.
class GuideTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern RECORDED =
      Pattern.compile("(?m)^ *[\\d.]+ ms +host +(?:rpc|kill-step) +(\\w+)");
  private static final Pattern ASKED = Pattern.compile("H->>P: ([A-Z]\\w+)");

  @ParameterizedTest
  @ValueSource(strings = {"GUIDE.md", "GUIDE.zh-CN.md"})
  void eachLeafOfTheGoalsHasARowWithALink(String guide) throws IOException {
    String page = Files.readString(ROOT.resolve(guide));
    List<String> leaves =
        picture(guide, "mindmap").lines().filter(line -> line.matches(" {6}\\S.*")).toList();

    assertThat(leaves).hasSizeGreaterThan(8);
    assertThat(leaves)
        .allSatisfy(
            leaf ->
                assertThat(page)
                    .containsPattern(
                        "(?m)^\\| " + Pattern.quote(leaf.strip()) + " \\| .*\\[.*\\]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GUIDE.md", "GUIDE.zh-CN.md"})
  void whatThePictureCallsSharedIsInTheContract(String guide) throws IOException {
    String picture = picture(guide, "flowchart");
    String shared = picture.replaceFirst("(?s).*subgraph shared [^\n]*\n(.*?) {2}end.*", "$1");

    assertThat(shared.lines().map(String::strip).toList())
        .hasSizeGreaterThan(2)
        .allSatisfy(
            name ->
                assertThat(ROOT.resolve("shared-contract/contract/" + name + ".java"))
                    .isRegularFile());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GUIDE.md", "GUIDE.zh-CN.md"})
  void eachPointOfTheSelfCheckSaysWhereItIsAnswered(String guide) throws IOException {
    String page = Files.readString(ROOT.resolve(guide)).replaceAll("\n {6}", " ");
    List<String> points = page.lines().filter(line -> line.startsWith("- [ ] ")).toList();

    assertThat(points)
        .hasSize(12)
        .allSatisfy(
            point -> assertThat(point).containsPattern("[(（][^()（）]*([(][^)]*[)][^()（）]*)*[)）]$"));
  }

  @Test
  void theSixPhasesAskWhatTheRecordSaysInItsOrder() throws IOException {
    String record =
        Page.read(ROOT.resolve("GUIDE.md")).parts(Page.Block.class).stream()
            .map(Page.Block::text)
            .filter(text -> text.contains("kill-step  SHUTDOWN"))
            .findFirst()
            .orElseThrow();
    List<String> recorded =
        RECORDED.matcher(record).results().map(found -> found.group(1)).toList();
    List<String> drawn =
        ASKED
            .matcher(picture("GUIDE.md", "sequenceDiagram"))
            .results()
            .map((MatchResult found) -> found.group(1))
            .filter(name -> !name.startsWith("SIG"))
            // Of lesson 1's pair, as the page says.
            .filter(name -> !name.equals("GetStatus"))
            .toList();

    assertThat(drawn)
        .extracting(name -> name.equals("Shutdown") ? "SHUTDOWN" : name)
        .isEqualTo(recorded);
  }

  private static String picture(String guide, String kind) throws IOException {
    return Page.read(ROOT.resolve(guide)).parts(Page.Block.class).stream()
        .filter(block -> block.language().equals("mermaid") && block.text().startsWith(kind))
        .findFirst()
        .orElseThrow()
        .text();
  }
}

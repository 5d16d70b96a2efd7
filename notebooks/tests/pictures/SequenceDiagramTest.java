package pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pictures.PictureAssert.assertThatPicture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import pictures.SequenceDiagram.Arrow;
import pictures.SequenceDiagram.Note;
import pictures.SequenceDiagram.Step;

class SequenceDiagramTest {
  private static final List<String> HOST_AND_PLUGIN = List.of("host", "plugin");

  @Test
  void eachStepStandsThereWithItsTime() {
    SequenceDiagram diagram =
        diagram(
            new Arrow(0, "host", "plugin", "spawn"),
            new Note(1.26, "plugin", "listens"),
            new Arrow(420.04, "plugin", "host", "handshake line", true));
    assertThat(assertThatPicture(diagram.svg()).texts())
        .containsSubsequence("0.0 ms", "spawn", "1.3 ms", "listens", "420.0 ms", "handshake line");
    assertThat(diagram.description())
        .isEqualTo(
            "0.0 ms, host to plugin: spawn. 1.3 ms, plugin: listens."
                + " 420.0 ms, plugin to host: handshake line.");
  }

  @Test
  void anArrowPointsFromOneLifelineToTheOther() {
    PictureAssert picture =
        assertThatPicture(
            diagram(new Arrow(0, "host", "plugin", "there"), new Arrow(1, "plugin", "host", "back"))
                .svg());
    double host = number(picture.elements("line").get(0), "x1");
    double plugin = number(picture.elements("line").get(1), "x1");
    assertThat(number(picture.elements("line").get(2), "x1")).isEqualTo(host);
    assertThat(tip(picture.elements("polygon").get(0))).isEqualTo(plugin);
    assertThat(number(picture.elements("line").get(3), "x1")).isEqualTo(plugin);
    assertThat(tip(picture.elements("polygon").get(1))).isEqualTo(host);
  }

  @Test
  void numbersAreWrittenWithAPointInEveryCountry() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      String svg = diagram(new Arrow(1234.5, "host", "plugin", "spawn")).svg();
      assertThat(assertThatPicture(svg).holdsAllTexts().texts()).contains("1234.5 ms");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aLifelessDiagramIsAPictureToo() {
    assertThatPicture(new SequenceDiagram("Nothing", List.of(), List.of()).svg())
        .isSelfContained()
        .holdsAllTexts();
    assertThatPicture(diagram().svg()).holdsAllTexts().keepsTextsApart();
  }

  @Test
  void anUnknownLifelineIsRefused() {
    assertThatThrownBy(() -> diagram(new Note(0, "ghost", "boo")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ghost");
    assertThatThrownBy(() -> diagram(new Arrow(0, "host", "host", "to itself")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void longTextsAreBrokenUntilThePictureFitsACell() {
    String text =
        "unavailable: the plugin is gone, and these were its last words on stderr, and on";
    assertThatPicture(
            new SequenceDiagram(
                    "Three",
                    List.of("stranger", "plugin", "host"),
                    List.of(
                        new Arrow(1, "stranger", "plugin", text),
                        new Note(2, "plugin", text),
                        new Arrow(3, "host", "plugin", text)))
                .svg())
        .fitsACell()
        .holdsAllTexts()
        .keepsTextsApart();
  }

  @Test
  void noTextsOverlapWhateverTheyAre() {
    for (int seed = 0; seed < 200; seed++) {
      assertThatPicture(anyDiagram(new Random(seed)).svg())
          .isAccessible()
          .isSelfContained()
          .holdsAllTexts()
          .keepsTextsApart();
    }
  }

  private static SequenceDiagram anyDiagram(Random random) {
    List<String> lifelines = List.of("host", "a plugin", "b").subList(0, 2 + random.nextInt(2));
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(20); i++) {
      int from = random.nextInt(lifelines.size());
      int to = (from + 1 + random.nextInt(lifelines.size() - 1)) % lifelines.size();
      double millis = random.nextDouble(100_000);
      steps.add(
          random.nextBoolean()
              ? new Note(millis, lifelines.get(from), anyText(random))
              : new Arrow(millis, lifelines.get(from), lifelines.get(to), anyText(random)));
    }
    return new SequenceDiagram(anyText(random), lifelines, steps);
  }

  private static String anyText(Random random) {
    String alphabet = "abcdefghijWM|/<>&\"'    \n\t\u0000é漢🙂…→";
    StringBuilder text = new StringBuilder("x");
    int[] letters = alphabet.codePoints().toArray();
    for (int i = random.nextInt(160); i > 0; i--) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return text.toString();
  }

  private static SequenceDiagram diagram(Step... steps) {
    return new SequenceDiagram("A plugin's life", HOST_AND_PLUGIN, List.of(steps));
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static double tip(Element polygon) {
    String points = polygon.getAttribute("points");
    return Double.parseDouble(points.substring(0, points.indexOf(',')));
  }
}

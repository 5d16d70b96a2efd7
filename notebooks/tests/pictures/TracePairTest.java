package pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import pictures.SequenceDiagram.Arrow;
import pictures.SequenceDiagram.Note;
import pictures.SequenceDiagram.Step;

class TracePairTest {
  private static SequenceDiagram diagram(String title, Step... steps) {
    return new SequenceDiagram(title, List.of("host", "plugin"), List.of(steps));
  }

  @Test
  void timesIdsAndAddressesAreNoDifference() {
    TracePair pair =
        new TracePair(
            "Two runs",
            diagram(
                "yours",
                new Arrow(1, "host", "plugin", "start process 42"),
                new Arrow(2, "host", "plugin", "connect to unix:/tmp/plugin1/s1"),
                new Arrow(3, "plugin", "host", "OK after 1.5 ms", true)),
            diagram(
                "reference",
                new Arrow(4, "host", "plugin", "start process 7"),
                new Arrow(5, "host", "plugin", "connect to unix:/tmp/other/s2"),
                new Arrow(6, "plugin", "host", "OK after 20.0 ms", true)));

    assertThat(pair.verdict()).isEqualTo("Both go the same way, in 3 steps.");
  }

  @Test
  void saysWhereTheTwoPart() {
    TracePair pair =
        new TracePair(
            "Two ends",
            diagram(
                "yours",
                new Arrow(1, "host", "plugin", "start process 42"),
                new Arrow(2, "host", "plugin", "SIGKILL")),
            diagram(
                "reference",
                new Arrow(1, "host", "plugin", "start process 7"),
                new Arrow(2, "host", "plugin", "please shut down"),
                new Arrow(3, "plugin", "host", "exit code 0", true)));

    assertThat(pair.verdict())
        .isEqualTo("The same up to step 1. Then left: SIGKILL; right: please shut down.");
  }

  @Test
  void bothPicturesStandBesideEachOther() throws Exception {
    SequenceDiagram one = diagram("yours", new Arrow(1, "host", "plugin", "a < b & c"));
    SequenceDiagram other = diagram("reference", new Arrow(1, "host", "plugin", "d"));

    Document picture = parse(new TracePair("Two", one, other).svg());

    assertThat(picture.getElementsByTagName("svg").getLength()).isEqualTo(3);
    assertThat(picture.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Two");
    assertThat(picture.getElementsByTagName("desc").item(0).getTextContent())
        .contains("yours: 1.0 ms, host to plugin: a < b & c.", "reference: 1.0 ms");
    Element left = (Element) picture.getElementsByTagName("svg").item(1);
    Element right = (Element) picture.getElementsByTagName("svg").item(2);
    double leftEnd = number(left, "x") + number(left, "width");
    assertThat(number(right, "x")).isGreaterThanOrEqualTo(leftEnd);
    assertThat(number(right, "x") + number(right, "width"))
        .isLessThanOrEqualTo(number(picture.getDocumentElement(), "width"));
    assertThat(left.hasAttribute("style")).isFalse();
  }

  @Test
  void aPairFitsACell() throws Exception {
    SequenceDiagram one =
        diagram(
            "yours",
            new Note(1, "host", "state: starting"),
            new Arrow(2, "plugin", "host", "1|1|unix|/tmp/plugin-dir42/plugin4711|grpc|", true),
            new Note(3, "host", "state: stopping"));

    Document picture = parse(new TracePair("1.3 asks " + "x ".repeat(80), one, one).svg());

    assertThat(number(picture.getDocumentElement(), "width")).isLessThanOrEqualTo(Canvas.WIDTH);
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}

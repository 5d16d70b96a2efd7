package pictures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// A picture, read back as XML, and what is true of each good one.
final class PictureAssert {
  private final Document document;

  private PictureAssert(Document document) {
    this.document = document;
  }

  /// Fails if the picture is not well-formed XML.
  static PictureAssert assertThatPicture(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new PictureAssert(
          factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(UTF_8))));
    } catch (Exception e) {
      throw new AssertionError("no well-formed XML: " + svg, e);
    }
  }

  /// The texts in the picture, in drawing order.
  List<String> texts() {
    return elements("text").stream().map(Element::getTextContent).toList();
  }

  /// The elements of that name, in drawing order.
  List<Element> elements(String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /// A title and a description for screen readers, and a background of its own.
  PictureAssert isAccessible() {
    Element root = document.getDocumentElement();
    assertThat(root.getAttribute("role")).isEqualTo("img");
    assertThat(elements("title")).singleElement().satisfies(PictureAssert::hasText);
    assertThat(elements("desc")).singleElement().satisfies(PictureAssert::hasText);
    assertThat(elements("rect").getFirst().getAttribute("fill")).isEqualTo("#ffffff");
    return this;
  }

  /// Nothing is fetched and nothing runs.
  PictureAssert isSelfContained() {
    NodeList all = document.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      assertThat(element.getTagName())
          .isIn("svg", "title", "desc", "rect", "line", "path", "polygon", "text");
      assertThat(element.hasAttribute("href")).isFalse();
    }
    return this;
  }

  /// No text is cut off at the border.
  PictureAssert holdsAllTexts() {
    String[] viewBox = document.getDocumentElement().getAttribute("viewBox").split(" ", -1);
    Rectangle2D box =
        new Rectangle2D.Double(
            0, 0, Double.parseDouble(viewBox[2]), Double.parseDouble(viewBox[3]));
    for (Element text : elements("text")) {
      assertThat(box.contains(area(text))).as("%s within %s", text.getTextContent(), box).isTrue();
    }
    return this;
  }

  /// A cell of a JupyterLab that is 1200 pixels wide shows all of it at its full size.
  PictureAssert fitsACell() {
    assertThat(Double.parseDouble(document.getDocumentElement().getAttribute("width")))
        .isLessThanOrEqualTo(Canvas.WIDTH);
    return this;
  }

  /// No text lies on another one.
  PictureAssert keepsTextsApart() {
    List<Element> texts = elements("text");
    for (int i = 0; i < texts.size(); i++) {
      for (int j = i + 1; j < texts.size(); j++) {
        assertThat(area(texts.get(i)).intersects(area(texts.get(j))))
            .as("'%s' on '%s'", texts.get(i).getTextContent(), texts.get(j).getTextContent())
            .isFalse();
      }
    }
    return this;
  }

  /// Where a text lies. Ten pixels of height are what its letters take.
  private static Rectangle2D area(Element text) {
    double x = Double.parseDouble(text.getAttribute("x"));
    double width = Text.width(text.getTextContent(), Canvas.FONT_SIZE);
    double left =
        switch (text.getAttribute("text-anchor")) {
          case "start" -> x;
          case "middle" -> x - width / 2;
          default -> x - width;
        };
    return new Rectangle2D.Double(left, Double.parseDouble(text.getAttribute("y")) - 10, width, 13);
  }

  private static void hasText(Element element) {
    assertThat(element.getTextContent()).isNotBlank();
  }
}

package pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static pictures.PictureAssert.assertThatPicture;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class HandshakeFieldsTest {
  private static final String LINE = "1|3|unix|/tmp/plugin42|grpc|";

  @Test
  void eachFieldHasItsNumberItsNameAndItsText() {
    assertThat(new HandshakeFields(LINE).rows())
        .containsExactly(
            List.of("1", "core version", "1"),
            List.of("2", "app version", "3"),
            List.of("3", "network", "unix"),
            List.of("4", "address", "/tmp/plugin42"),
            List.of("5", "protocol", "grpc"),
            List.of("6", "certificate", "(empty)"),
            List.of("7", "multiplexing", "(absent)"));
  }

  @Test
  void thePictureShowsWhatTheTableSays() {
    assertThat(assertThatPicture(new HandshakeFields(LINE).svg()).texts())
        .contains("/tmp/plugin42", "address", "4", "(empty)", "(absent)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LINE,
        "",
        "||||||",
        "1|1|tcp|127.0.0.1:1234|grpc||true",
        "1|1|unix|/a/very/long/path/that/goes/on/and/on/until/nobody/can/read/it/any/more|grpc|",
        "1|1|unix|\u0007<script>&\"'\uD800|grpc|",
        "1|1|unix|/tmp/插件|grpc||true|more|and|more",
      })
  void anyLineMakesAGoodPicture(String line) {
    assertThatPicture(new HandshakeFields(line).svg())
        .isAccessible()
        .isSelfContained()
        .holdsAllTexts()
        .keepsTextsApart();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1|1|unix|/tmp/plugin-dir123456789/plugin987654321|grpc|",
        "1|1|carrier pigeon|/tmp/plugin-dir123456789/plugin987654321|grpc|"
            + "MIIBszCCARygAwIBAgIBATANBgkqhkiG9w0BAQsFADAUMRIwEAYDVQQDDAls|true",
      })
  void whatHasNoRoomBeginsANewRow(String line) {
    assertThatPicture(new HandshakeFields(line).svg())
        .fitsACell()
        .holdsAllTexts()
        .keepsTextsApart();
  }

  @Test
  void aCertificateIsShortened() {
    String certificate = "MIIB" + "x".repeat(700) + "==Q";
    String shown = new HandshakeFields(LINE + certificate).rows().get(5).get(2);
    assertThat(shown).startsWith("MIIB").contains("…").endsWith("==Q").hasSize(80);
  }

  @Test
  void theBadFieldStandsOutWithoutColourToo() {
    String svg = new HandshakeFields("1|1|pipe|x|grpc|", 3).svg();
    List<Element> bold =
        assertThatPicture(svg).elements("text").stream()
            .filter(text -> text.getAttribute("font-weight").equals("bold"))
            .toList();
    assertThat(bold).extracting(Element::getTextContent).contains("pipe", "network");
    assertThat(svg).contains("Field 3, network: pipe, which is bad.");
  }
}

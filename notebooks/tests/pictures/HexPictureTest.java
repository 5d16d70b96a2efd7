package pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pictures.PictureAssert.assertThatPicture;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pictures.HexPicture.Part;

class HexPictureTest {
  @Test
  void eachByteAndEachPartIsShown() {
    ByteString bytes = ByteString.copyFrom(new byte[20]).concat(ByteString.fromHex("2a"));
    HexPicture picture =
        new HexPicture(
            "Some bytes",
            bytes,
            List.of(new Part(0, 20, "nothing at all"), new Part(20, 1, "the answer")));
    assertThat(
            assertThatPicture(picture.svg())
                .isAccessible()
                .isSelfContained()
                .holdsAllTexts()
                .keepsTextsApart()
                .texts())
        .contains("2a", "0-19", "20", "nothing at all", "the answer");
    assertThat(picture.description())
        .startsWith("21 bytes. Bytes 0-19: 00 00")
        .endsWith("Bytes 20: 2a, the answer.");
  }

  @Test
  void theTenPartsOfAFrameHaveTenColours() {
    List<Part> parts = IntStream.range(0, 10).mapToObj(i -> new Part(i, 1, "part " + i)).toList();
    HexPicture picture = new HexPicture("Parts", ByteString.copyFrom(new byte[10]), parts);
    assertThat(
            assertThatPicture(picture.svg()).fitsACell().elements("rect").stream()
                .map(rect -> rect.getAttribute("fill"))
                .filter(fill -> !fill.equals("#ffffff"))
                .distinct())
        .hasSize(10);
  }

  @Test
  void aPartOutsideIsRefused() {
    List<Part> outside = List.of(new Part(1, 2, "too long"));
    ByteString bytes = ByteString.fromHex("0102");
    assertThatThrownBy(() -> new HexPicture("Bad", bytes, outside))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 bytes have no Part");
  }
}

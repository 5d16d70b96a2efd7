package pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pictures.PictureAssert.assertThatPicture;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pictures.Bars.Bar;
import pictures.Pies.Pie;

class ChartsTest {
  @Test
  void piesShowSharesAsNumbers() {
    Pies pies =
        new Pies(
            "Where the time goes",
            List.of(
                new Pie("a guess", Map.of("start", 20.0)),
                new Pie("one start, 1,000 calls", Map.of("serialisation", 1.0)),
                new Pie("measured", Map.of("start", 299.9, "transport", 700.0, "other", 0.1))));
    assertThat(pies.description())
        .contains("a guess: start 100 %.", "transport 70 %", "other < 0.1 %");
    assertThat(
            assertThatPicture(pies.svg())
                .isAccessible()
                .isSelfContained()
                .fitsACell()
                .holdsAllTexts()
                .keepsTextsApart()
                .texts())
        .contains("a guess", "measured", "100 %", "30 %", "0 %");
  }

  @Test
  void aPieOfNothingIsRefused() {
    List<Pie> nothing = List.of(new Pie("nothing", Map.of("start", 0.0)));
    assertThatThrownBy(() -> new Pies("Bad", nothing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not the parts of a whole");
  }

  @Test
  void aHistogramKnowsItsPercentiles() {
    double[] times = DoubleStream.iterate(100, time -> time - 1).limit(100).toArray();
    Histogram histogram = new Histogram("Times", times);
    assertThat(histogram.percentile(1)).isEqualTo(1);
    assertThat(histogram.percentile(50)).isEqualTo(50);
    assertThat(histogram.percentile(100)).isEqualTo(100);
    assertThat(histogram.description())
        .isEqualTo("100 times: quickest 1 us, median 50 us, p99 99 us, slowest 100 us.");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.5, 10, 1000, 1_000_000})
  void anySpreadOfTimesMakesAGoodPicture(double factor) {
    Histogram histogram = new Histogram("Times", new double[] {100, 120, 100 * factor});
    assertThatPicture(histogram.svg())
        .isAccessible()
        .isSelfContained()
        .fitsACell()
        .holdsAllTexts()
        .keepsTextsApart();
  }

  @Test
  void barsAreLogarithms() {
    Bars bars =
        new Bars(
            "Additions per second",
            List.of(new Bar("one call", 1000, "1,000"), new Bar("batch", 1_000_000, "1,000,000")));
    PictureAssert picture = assertThatPicture(bars.svg());
    picture.isAccessible().isSelfContained().holdsAllTexts().keepsTextsApart();
    assertThat(picture.elements("rect").get(1).getAttribute("width")).isEqualTo("182.0");
    assertThat(picture.elements("rect").get(2).getAttribute("width")).isEqualTo("362.0");
  }

  @Test
  void longTextsMakeShorterBars() {
    String text = "44,000 per s, 101.2 times, 22.7 us each, and more";
    Bars bars =
        new Bars(
            "Additions", List.of(new Bar("one call at a time", 10, text), new Bar("b", 1, "1")));
    assertThatPicture(bars.svg()).fitsACell().holdsAllTexts().keepsTextsApart();
  }
}

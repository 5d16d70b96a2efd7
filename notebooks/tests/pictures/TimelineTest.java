package pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pictures.PictureAssert.assertThatPicture;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pictures.Timeline.Column;
import pictures.Timeline.Item;
import pictures.Timeline.Mark;
import pictures.Timeline.Span;

class TimelineTest {
  @Test
  void allKindsOfItemsMakeAGoodPicture() {
    Timeline timeline =
        new Timeline(
            "A <life>",
            List.of("state", "calls"),
            List.of(
                new Span("state", 0, 90, "running & well", Tone.GOOD),
                new Span("state", 90, 100, "a text that is too long for its place", Tone.BUSY),
                new Mark("state", 100, "exit code 0", Tone.GOOD),
                new Column("calls", 0, 50, 3, Tone.OTHER),
                new Column("calls", 50, 100, 0, Tone.OTHER)));
    assertThatPicture(timeline.svg())
        .isAccessible()
        .isSelfContained()
        .fitsACell()
        .holdsAllTexts()
        .keepsTextsApart();
    assertThat(timeline.description())
        .isEqualTo(
            "state: 0 to 90 ms running & well."
                + " 90 to 100 ms a text that is too long for its place."
                + " at 100 ms exit code 0. calls: 3 in all, from 0 to 50 ms.");
  }

  @Test
  void whatColumnsShowIsToldInWords() {
    List<Item> items =
        List.of(
            new Column("answered", 0, 20, 5, Tone.GOOD),
            new Column("answered", 20, 40, 7, Tone.GOOD),
            new Column("answered", 60, 80, 1, Tone.GOOD),
            new Column("answered", 200, 220, 4, Tone.GOOD));
    assertThat(new Timeline("Load", List.of("answered", "failed"), items).description())
        .isEqualTo("answered: 17 in all, from 0 to 220 ms. None from 80 to 200 ms. failed:");
  }

  @Test
  void manyThingsAtOneMomentStandBelowEachOther() {
    List<Item> items =
        IntStream.range(0, 12)
            .<Item>mapToObj(i -> new Mark("all", i / 4.0, "something happened here", Tone.BAD))
            .toList();
    assertThatPicture(new Timeline("Crowded", List.of("all"), items).svg())
        .fitsACell()
        .holdsAllTexts()
        .keepsTextsApart();
  }

  @Test
  void aTextThatWouldLeaveThePictureBeginsFurtherLeft() {
    List<Item> items =
        List.of(
            new Mark("plugin", 90, "exit code 137 (SIGKILL)", Tone.BAD),
            new Mark("plugin", 100, "the standby takes over", Tone.GOOD));
    assertThatPicture(new Timeline("Late", List.of("plugin"), items).svg())
        .fitsACell()
        .holdsAllTexts()
        .keepsTextsApart();
  }

  @Test
  void nothingIsAnEmptyPicture() {
    assertThatPicture(new Timeline("Nothing", List.of(), List.of()).svg())
        .holdsAllTexts()
        .keepsTextsApart();
  }

  @Test
  void anItemWithoutALaneIsRefused() {
    List<Item> items = List.of(new Mark("weather", 1, "rain", Tone.BAD));
    assertThatThrownBy(() -> new Timeline("Bad", List.of("state"), items))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no place in the lanes [state]")
        .hasMessageContaining("rain");
  }
}

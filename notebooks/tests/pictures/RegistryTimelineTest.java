package pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static pictures.PictureAssert.assertThatPicture;

import extensions.RegistryEvent;
import extensions.SemanticVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import pictures.Timeline.Span;

class RegistryTimelineTest {
  private static final Instant ZERO = Instant.EPOCH;

  @Test
  void eachStateLastsUntilTheNextOne() {
    SemanticVersion version = SemanticVersion.parse("1.0.0").orElseThrow();
    Timeline timeline =
        RegistryTimeline.of(
            "A start",
            List.of("calculator", "files"),
            List.of(
                new RegistryEvent.Discovered("calculator", ZERO, version),
                new RegistryEvent.Starting("calculator", ZERO.plusMillis(10)),
                new RegistryEvent.Ready(
                    "calculator", ZERO.plusMillis(60), "42", Duration.ofMillis(50)),
                new RegistryEvent.Failed("files", ZERO.plusMillis(100), "no such file")));
    assertThat(timeline.items())
        .containsExactlyInAnyOrder(
            new Span("calculator", 0, 10, "discovered", Tone.QUIET),
            new Span("calculator", 10, 60, "starting", Tone.BUSY),
            new Span("calculator", 60, 104, "ready", Tone.GOOD),
            new Span("files", 100, 104, "failed", Tone.BAD));
    assertThatPicture(timeline.svg()).isAccessible().holdsAllTexts().keepsTextsApart();
  }

  @Test
  void nothingIsAnEmptyPicture() {
    assertThatPicture(RegistryTimeline.of("Nothing", List.of(), List.of()).svg()).holdsAllTexts();
  }
}

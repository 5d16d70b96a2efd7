package workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EchoProcessTest {
  @Test
  void whatIsSentComesBack() throws Exception {
    long children = ProcessHandle.current().children().count();
    try (EchoProcess echo = EchoProcess.start()) {
      assertThat(echo.roundTrips(10, 4096)).hasSize(10).doesNotContain(0L);
    }
    assertThat(ProcessHandle.current().children().count()).isEqualTo(children);
  }
}

package workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CourseTest {
  @Test
  void theCourseIsFoundFromBelow() {
    assertThat(Course.find().folder().resolve("jbang-catalog.json")).isRegularFile();
    assertThat(Course.find().folder()).isAbsolute();
  }

  @Test
  void whateverWasStartedIsEnded() throws Exception {
    Process polite = new ProcessBuilder("sleep", "60").start();
    Process stopped = new ProcessBuilder("sleep", "60").start();
    new ProcessBuilder("kill", "-STOP", String.valueOf(stopped.pid())).start().waitFor();
    Course.endProcesses();
    assertThat(polite.isAlive()).isFalse();
    assertThat(stopped.isAlive()).isFalse();
  }
}

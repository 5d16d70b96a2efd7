package monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessUsageTest {
  /// As with a sandbox, where the plugin is a process below the one that the host has started.
  @Test
  @EnabledOnOs(OS.LINUX)
  void takesInAllThatAProcessHasStarted() throws Exception {
    Process process =
        new ProcessBuilder("/bin/sh", "-c", "(sleep 60; :) & echo ready; wait").start();
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.readLine()).isEqualTo("ready");
      await().until(() -> process.descendants().count() == 2);
      List<Long> below = process.descendants().map(ProcessHandle::pid).toList();
      long parts = 0;
      for (long pid : below) {
        List<String> status = Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"));
        parts += ProcessUsage.residentBytes(status).orElseThrow();
      }
      OptionalLong whole = ProcessUsage.of(String.valueOf(process.pid())).residentBytes();
      assertThat(whole.orElseThrow()).isGreaterThan(parts);
      assertThat(parts).isPositive();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}

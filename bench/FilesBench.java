//JAVA 25+
//RUNTIME_OPTIONS -Xmx64m -XX:MaxDirectMemorySize=64m -XX:+UseSerialGC
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED
//SOURCES ../solutions/03-extensions/ExtensionsDependencies.java
//SOURCES ../solutions/01-basics/basics/*.java
//SOURCES ../solutions/02-lifecycle/lifecycle/*.java
//SOURCES ../solutions/03-extensions/extensions/*.java

import basics.Logging;
import basics.MagicCookie;
import contract.FileStore;
import extensions.ConfinedFiles;
import extensions.FileRules;
import extensions.FileStoreClient;
import extensions.FileStoreService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lifecycle.ClientConfig;
import lifecycle.HandshakeConfig;
import lifecycle.PluginClient;
import lifecycle.PluginServer;
import lifecycle.PluginSet;
import lifecycle.ServeConfig;
import lifecycle.ServiceSet;

/// A large file through the file plugin, beside `cp` and beside one call for each chunk.
///
/// The argument is the size in MiB; 1024 if there is none. It needs four times as much space in the
/// folder for temporary files. Each figure is the median of three runs, and the file is in the
/// system's cache. It fails if the host or the plugin has ever held 256 MiB or more.
void main(String[] args) throws Exception {
  if (args.length == 2 && args[0].equals("plugin")) {
    serve(Path.of(args[1]));
    return;
  }
  Logging.toStderr();
  int mebibytes = args.length == 0 ? 1024 : Integer.parseInt(args[0]);
  Path folder = Files.createTempDirectory("fb");
  try (PluginClient plugin = PluginClient.of(config(folder.toRealPath()))) {
    measure(plugin, folder.toRealPath(), mebibytes);
  } finally {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}

static final HandshakeConfig HANDSHAKE =
    new HandshakeConfig(1, new MagicCookie("BENCH_PLUGIN", "files"));
static final int LIMIT_MIB = 256;

void serve(Path folder) {
  FileRules rules = FileRules.of(List.of(folder), Long.MAX_VALUE);
  PluginServer.serve(
      ServeConfig.of(
          HANDSHAKE, ServiceSet.of("files", () -> new FileStoreService(new ConfinedFiles(rules)))));
}

ClientConfig config(Path folder) {
  List<String> command =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Xmx64m",
          "-XX:MaxDirectMemorySize=64m",
          "-XX:+UseSerialGC",
          "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED",
          "-cp",
          System.getProperty("java.class.path"),
          getClass().getName(),
          "plugin",
          folder.toString());
  return ClientConfig.builder(HANDSHAKE, command)
      .plugins(
          PluginSet.of("files", FileStore.class, context -> new FileStoreClient(context.channel())))
      .build();
}

void measure(PluginClient plugin, Path folder, int mebibytes) throws Exception {
  FileStore files = plugin.dispense("files", FileStore.class);
  Path source = folder.resolve("source");
  Path target = folder.resolve("target");
  fill(source, mebibytes);
  IO.println("%d MiB, %s, JDK %s".formatted(mebibytes, machine(), Runtime.version()));
  IO.println("%-34s %10s".formatted("", "MiB/s"));
  row("cp", mebibytes, () -> run("cp", source.toString(), target.toString()));
  row(
      "cp, forced to the disk",
      mebibytes,
      () -> {
        run("cp", source.toString(), target.toString());
        run("sync", target.toString());
      });
  row("plugin: read, streamed", mebibytes, () -> read(files, source));
  row("plugin: write, streamed, forced", mebibytes, () -> write(files, source, target));
  row("plugin: read, a call for each chunk", mebibytes, () -> readByCalls(files, source));
  if (Files.mismatch(source, target) >= 0) {
    throw new IllegalStateException("what was written is not what was read");
  }
  long host = peakMib(ProcessHandle.current().pid());
  long other = peakMib(Long.parseLong(plugin.id().orElseThrow()));
  IO.println("peak of memory (RSS): host %d MiB, plugin %d MiB".formatted(host, other));
  if (host >= LIMIT_MIB || other >= LIMIT_MIB) {
    throw new IllegalStateException("allowed is less than %d MiB".formatted(LIMIT_MIB));
  }
}

String machine() {
  return "%s %s, %d processors"
      .formatted(
          System.getProperty("os.name"),
          System.getProperty("os.arch"),
          Runtime.getRuntime().availableProcessors());
}

/// Numbers without a pattern, so that nothing on the way can pack them.
void fill(Path file, int mebibytes) throws IOException {
  Random random = new Random(38);
  byte[] mebibyte = new byte[1 << 20];
  try (OutputStream out = Files.newOutputStream(file)) {
    for (int i = 0; i < mebibytes; i++) {
      random.nextBytes(mebibyte);
      out.write(mebibyte);
    }
  }
}

interface Work {
  void run() throws Exception;
}

void row(String what, int mebibytes, Work work) throws Exception {
  List<Double> rates = new ArrayList<>();
  for (int i = 0; i < 3; i++) {
    long start = System.nanoTime();
    work.run();
    rates.add(mebibytes / ((System.nanoTime() - start) / 1e9));
  }
  rates.sort(null);
  IO.println("%-34s %10.0f".formatted(what, rates.get(1)));
}

void run(String... command) throws Exception {
  Process process = new ProcessBuilder(command).inheritIO().start();
  if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
    process.destroyForcibly();
    throw new IllegalStateException("failed: " + String.join(" ", command));
  }
}

void read(FileStore files, Path source) throws IOException {
  try (InputStream content = files.read(source.toString())) {
    requireAll(source, content.transferTo(OutputStream.nullOutputStream()));
  }
}

void write(FileStore files, Path source, Path target) throws IOException {
  try (InputStream content = Files.newInputStream(source)) {
    requireAll(source, files.write(target.toString(), content));
  }
}

void readByCalls(FileStore files, Path source) throws IOException {
  long count = 0;
  byte[] chunk = files.readAt(source.toString(), 0, FileStore.CHUNK_LIMIT_BYTES);
  while (chunk.length > 0) {
    count += chunk.length;
    chunk = files.readAt(source.toString(), count, FileStore.CHUNK_LIMIT_BYTES);
  }
  requireAll(source, count);
}

void requireAll(Path source, long count) throws IOException {
  if (count != Files.size(source)) {
    throw new IllegalStateException("%d bytes of %d".formatted(count, Files.size(source)));
  }
}

/// The most memory that a process has held, as the kernel counts it.
long peakMib(long pid) throws IOException {
  String status = Files.readString(Path.of("/proc/" + pid, "status"));
  Matcher peak = Pattern.compile("VmHWM:\\s+(\\d+) kB").matcher(status);
  if (!peak.find()) {
    throw new IllegalStateException("the system does not tell a process's peak of memory");
  }
  return Long.parseLong(peak.group(1)) / 1024;
}

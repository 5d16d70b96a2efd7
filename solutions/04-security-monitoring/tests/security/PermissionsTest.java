package security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import extensions.HostPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import security.PermissionReview.Finding;

class PermissionsTest {
  private static final Path FILE = Path.of("/etc/host/plugins.yaml");

  static Permissions of(String key, String... texts) {
    return Permissions.of(FILE, Map.of(key, List.of(texts)));
  }

  @Test
  void readsAllKeys() {
    Permissions all =
        Permissions.of(
            FILE,
            Map.of(
                "calls", List.of("shop.Prices/*"),
                "callbacks", List.of("shop.Stock/Get"),
                "read", List.of("data", "/srv/prices/"),
                "write", List.of("/var/lib/prices"),
                "hosts", List.of("*.Example.org"),
                "network", List.of("true"),
                "call_rate", List.of("100/s"),
                "callback_rate", List.of("20/s"),
                "memory", List.of("512MB"),
                "processes", List.of("40")));

    assertThat(all)
        .isEqualTo(
            new Permissions(
                List.of(new MethodPattern("shop.Prices/*")),
                List.of(new MethodPattern("shop.Stock/Get")),
                List.of(Path.of("/etc/host/data"), Path.of("/srv/prices")),
                List.of(Path.of("/var/lib/prices")),
                List.of(new HostPattern("*.example.org")),
                true,
                Optional.of(new CallRate(100)),
                Optional.of(new CallRate(20)),
                OptionalLong.of(512_000_000),
                OptionalInt.of(40)));
    assertThat(Permissions.of(FILE, Map.of())).isEqualTo(Permissions.NONE);
  }

  @Test
  void tellsAllProblemsAtOnce() {
    assertThatThrownBy(
            () ->
                Permissions.of(
                    FILE,
                    Map.of(
                        "call", List.of("*"),
                        "calls", List.of("Prices"),
                        "read", List.of("../data", "/", "~/x"),
                        "network", List.of("yes"),
                        "call_rate", List.of("0/s"),
                        "memory", List.of("lots"),
                        "processes", List.of("1", "2"))))
        .isInstanceOf(PermissionException.class)
        .hasMessageContaining(FILE.toString())
        .hasMessageContaining("permissions.call: the key is unknown")
        .hasMessageContaining("did you mean calls")
        .hasMessageContaining("permissions.calls: \"Prices\": no pattern of methods")
        .hasMessageContaining("permissions.read: \"../data\": a folder is written without")
        .hasMessageContaining("permissions.read: \"/\": the root is everything")
        .hasMessageContaining("permissions.read: \"~/x\"")
        .hasMessageContaining("permissions.network: \"yes\": true or false")
        .hasMessageContaining("permissions.call_rate: \"0/s\": 1/s to 1000000/s")
        .hasMessageContaining("permissions.memory: \"lots\": no number in front")
        .hasMessageContaining("permissions.processes: one value is expected, found 2");
  }

  @ParameterizedTest
  @CsvSource({
    "shop.Prices/Get, shop.Prices/Get, true",
    "shop.Prices/*,   shop.Prices/Get, true",
    "*,               shop.Prices/Get, true",
    "shop.Prices/Get, shop.Prices/GetAll, false",
    "shop.Prices/*,   shop.PricesX/Get, false",
    "shop.Prices/*,   xshop.Prices/Get, false",
    "shop.Prices/*,   shop.prices/Get, false"
  })
  void allowsMethodsByPattern(String pattern, String method, boolean allowed) {
    assertThat(of("calls", pattern).allows(new Need.Call(method))).isEqualTo(allowed);
    assertThat(of("callbacks", pattern).allows(new Need.Callback(method))).isEqualTo(allowed);
    assertThat(of("callbacks", pattern).allows(new Need.Call(method))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example.org/x, true",
    "api.example.org, true",
    "API.example.org., true",
    "example.org, false",
    "https://api.example.org@evil.test/, false",
    "https://evil.test/api.example.org, false",
    "https://evil.test#api.example.org/, false",
    "https:\\\\api.example.org/, false",
    "file:///etc/passwd, false",
    "evil.test#.example.org, false",
    "evil.test?.example.org, false",
    "evil.test\\.example.org, false",
    "evil.test%2f.example.org, false",
    "evil.test@x.example.org, false",
    "evil.test .example.org, false",
    "evil.test:80#.example.org, false",
    "'', false"
  })
  void allowsHostsByTheHostOfTheUrl(String asked, boolean allowed) {
    assertThat(of("hosts", "*.example.org").allows(new Need.Host(asked))).isEqualTo(allowed);
  }

  @Test
  void allowsPathsByTextAndByWhereTheyLead(@TempDir Path temporary) throws IOException {
    Path folder = temporary.toRealPath();
    Path granted = Files.createDirectory(folder.resolve("data"));
    Path outside = Files.createDirectory(folder.resolve("data2"));
    Files.createDirectory(granted.resolve("sub"));
    Files.createSymbolicLink(granted.resolve("out"), outside);
    Files.createSymbolicLink(granted.resolve("nowhere"), folder.resolve("none"));
    Files.createSymbolicLink(granted.resolve("in"), granted.resolve("sub"));
    Permissions read = of("read", granted.toString());

    for (String inside : List.of("", "/sub", "/sub/new/file", "/in/file", "/..name")) {
      assertThat(read.allows(new Need.Read(granted + inside))).as(inside).isTrue();
    }
    for (String text :
        List.of(
            outside.toString(),
            granted + "/../data2",
            granted + "/sub/../sub",
            granted + "/out/file",
            granted + "/nowhere",
            granted + "/nowhere/file",
            "/proc/self/root" + granted,
            "data",
            "",
            granted + "\0")) {
      assertThat(read.allows(new Need.Read(text))).as(text).isFalse();
    }
    assertThat(read.allows(new Need.Write(granted + "/sub"))).isFalse();
    assertThat(of("write", granted.toString()).allows(new Need.Read(granted + "/sub"))).isTrue();
  }

  @Test
  void countsOnlyWhatBothSidesHave() {
    Permissions declared =
        Permissions.of(
            FILE,
            Map.of(
                "calls", List.of("shop.Prices/*", "shop.Admin/Stop"),
                "read", List.of("/srv"),
                "write", List.of("/srv/out"),
                "hosts", List.of("*.example.org", "a.test"),
                "network", List.of("true"),
                "memory", List.of("512MB"),
                "call_rate", List.of("5/s")));
    Permissions granted =
        Permissions.of(
            FILE,
            Map.of(
                "calls", List.of("shop.Prices/Get", "shop.Stock/*"),
                "read", List.of("/srv/in", "/etc"),
                "write", List.of("/srv/out/today"),
                "hosts", List.of("api.example.org", "*.b.example.org", "*.test"),
                "memory", List.of("1GB"),
                "processes", List.of("9")));

    Permissions both = declared.and(granted);

    assertThat(both.text("calls")).isEqualTo("[shop.Prices/Get]");
    assertThat(both.text("read")).isEqualTo("[/srv/in]");
    assertThat(both.text("write")).isEqualTo("[/srv/out/today]");
    assertThat(both.text("hosts")).isEqualTo("[*.b.example.org, a.test, api.example.org]");
    assertThat(both.network()).isFalse();
    assertThat(both.text("memory")).isEqualTo("512000000B");
    assertThat(both.text("processes")).isEqualTo("9");
    assertThat(both.text("call_rate")).isEqualTo("5/s");
    assertThat(granted.and(declared).text("calls")).isEqualTo("[shop.Prices/Get]");
  }

  @Test
  void reportsWhatIsNotDeclaredAndWhatIsNotGranted() {
    Permissions declared =
        Permissions.of(
            FILE,
            Map.of(
                "calls", List.of("a.A/*", "b.B/Get"),
                "callbacks", List.of("h.H/Put"),
                "memory", List.of("512MB"),
                "hosts", List.of("a.test")));
    Permissions granted =
        Permissions.of(
            FILE,
            Map.of(
                "calls", List.of("b.B/Get", "a.A/*"),
                "network", List.of("true"),
                "memory", List.of("256MB"),
                "processes", List.of("9"),
                "hosts", List.of("b.test")));
    PermissionReview review = new PermissionReview("shop", declared, granted);

    assertThat(review.findings())
        .containsExactly(
            new Finding.NotGranted("callbacks", "[h.H/Put]", "nothing"),
            new Finding.Differ("hosts", "[a.test]", "[b.test]", "nothing"),
            new Finding.NotDeclared("network", "nothing", "true"),
            new Finding.NotGranted("memory", "512000000B", "256000000B"));
    assertThat(review.findings()).allSatisfy(f -> assertThat(f.text()).contains(f.key()));
    assertThat(new PermissionReview("shop", declared, declared).findings()).isEmpty();
  }

  /// They come from a plugin, and end up in a log or a terminal.
  @Test
  void textsOfOthersAreOneLineInMessages() {
    String evil = "x\n2030-01-01 INFO all is well\u001B[2J" + "y".repeat(100_000);
    PermissionReview review = new PermissionReview("shop", Permissions.NONE, Permissions.NONE);
    Denial denial = Denial.of(Instant.EPOCH, review, "shop.Stock/Get", new Need.Read(evil));
    assertThat(denial.text()).hasLineCount(4).hasSizeLessThan(1_000).doesNotContain("\u001B");
    assertThat(denial.need()).isEqualTo(new Need.Read(evil));

    for (String key : List.of("calls", "read", "hosts", "memory", "processes", evil)) {
      assertThatThrownBy(() -> of(key, evil))
          .isInstanceOf(PermissionException.class)
          .message()
          .hasLineCount(3)
          .hasSizeLessThan(2_000)
          .doesNotContain("\u001B");
    }
  }
}

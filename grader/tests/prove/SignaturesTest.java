package prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignaturesTest {
  private static final String FILE =
      "import java.util.List;\nimport course.Exercise;\npublic class A<T> {\n  private int x;\n"
          + "  @Exercise(value = \"1.1\", stub = \"x();\") public List<T> a(T t) throws Error"
          + " { return null; }\n  record R(List<T> parts) {}\n}\n";

  @Test
  void ignoresBodiesPrivateMembersAndTheMark() {
    String other =
        FILE.replace("return null;", "throw new Error();")
            .replace("private int x;", "private long y; private void z() {}")
            .replace("@Exercise(value = \"1.1\", stub = \"x();\")", "@Exercise(\"1.1\")");

    assertThat(of(other)).isEqualTo(of(FILE));
  }

  @Test
  void seesEachChangeOfWhatIsOffered() {
    assertThat(of(FILE.replace("(T t)", "(Object t)"))).isNotEqualTo(of(FILE));
    assertThat(of(FILE.replace("throws Error", ""))).isNotEqualTo(of(FILE));
    assertThat(of(FILE.replace("java.util.List", "java.awt.List"))).isNotEqualTo(of(FILE));
    assertThat(of(FILE.replace("List<T> parts", "List<T> part"))).isNotEqualTo(of(FILE));
    assertThat(of(FILE.replace("private int x", "int x"))).isNotEqualTo(of(FILE));
    assertThat(of(FILE.replace("public List", "protected List"))).isNotEqualTo(of(FILE));
    assertThat(of(FILE.replace("class A<T>", "class A<T extends Number>"))).isNotEqualTo(of(FILE));
  }

  private static Set<String> of(String text) {
    return Signatures.in(Path.of("A.java"), text);
  }
}

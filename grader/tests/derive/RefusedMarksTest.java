package derive;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RefusedMarksTest {
  private static final Path FILE = Path.of("solutions/01-basics/basics/Sum.java");

  @Test
  void refusesMalformedIds() {
    for (String id : new String[] {"", "1", "1.", "1.04", "1.4.2", "01.4", "x"}) {
      refuses("@Exercise(\"" + id + "\") void a() {}", "2: \"" + id + "\" is not an exercise id");
    }
  }

  @Test
  void refusesIdOfAnotherLesson() {
    refuses("@Exercise(\"2.4\") void a() {}", "exercise 2.4 stands in the folder of lesson 1");
  }

  @Test
  void refusesIdThatIsNoLiteral() {
    refuses("@Exercise(Ids.PARSE) void a() {}", "takes plain string literals, not Ids.PARSE");
  }

  @Test
  void refusesMemberWithoutBody() {
    refuses("@Exercise(\"1.4\") abstract void a();", "1.4 marks a member without a body");
    refuses("@Exercise(\"1.4\") interface I { void a(); }", "1.4 marks a member without a body");
  }

  @Test
  void refusesMarksOnFieldsAndParameters() {
    refuses("@Exercise(\"1.4\") int a = 1;", "fits a method, a constructor or a type");
    refuses("void a(@Exercise(\"1.4\") int b) {}", "fits a method, a constructor or a type");
  }

  @Test
  void refusesTwoMarksOnOneMember() {
    refuses("@Exercise(\"1.4\") @Exercise(\"1.5\") void a() {}", "only once");
  }

  @Test
  void refusesMarkOfAnotherExerciseWithinMarkedType() {
    refuses(
        "@Exercise(\"1.4\") static class A {\n  @Exercise(\"1.5\") void a() {}\n}",
        "3: the mark of exercise 1.5 stands within the mark of exercise 1.4");
  }

  @Test
  void refusesMarkWithinMarkedBody() {
    refuses(
        "@Exercise(\"1.4\") void a() {\n  class B { @Exercise(\"1.4\") void b() {} }\n}",
        "3: the mark of exercise 1.4 stands within the mark of exercise 1.4");
  }

  @Test
  void refusesStubOnType() {
    refuses(
        "@Exercise(value = \"1.4\", stub = \"x();\") static class A { void a() {} }",
        "a stub fits a method, not a whole type");
  }

  @Test
  void refusesStubThatIsNoBody() {
    refuses(
        "@Exercise(value = \"1.4\", stub = \"return (;\") int a() { return 1; }",
        "the stub is not a method's body");
    refuses(
        "@Exercise(value = \"1.4\", stub = \"} void b() {\") void a() {}",
        "the stub is not a method's body");
  }

  @Test
  void refusesConstructorWithStatementsBeforeItsCall() {
    refuses(
        "@Exercise(\"1.4\") Sum(int n) { int m = n; super(m); }",
        "cannot empty a constructor with statements before super(...) or this(...)");
  }

  @Test
  void refusesTextThatIsNotJava() {
    refuses("@Exercise(\"1.4\") void a() {", "not Java: ");
  }

  private static void refuses(String member, String reason) {
    assertThatExceptionOfType(SourceException.class)
        .as(member)
        .isThrownBy(() -> new Deriver(1).derive("class Sum {\n" + member + "\n}\n", FILE))
        .withMessageStartingWith("solutions/01-basics/basics/Sum.java:")
        .withMessageContaining(reason);
  }
}

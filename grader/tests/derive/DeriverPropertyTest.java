package derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Properties on random files; a failure names its seed.
class DeriverPropertyTest {
  private static final Path FILE = Path.of("Sum.java");
  private static final int CASES = 200;

  @Test
  void textOutsideMarkedBodiesSurvives() {
    for (long seed = 0; seed < CASES; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      List<Member> members = randomMembers(random);
      Set<String> done = randomIds(random);

      String lesson = new Deriver(1).derive(file(members, Set.of(), true), FILE, done);

      assertThat(lesson).as("seed %d", seed).isEqualTo(file(members, done, false));
    }
  }

  @Test
  void allExercisesDoneIsTheSolution() {
    for (long seed = 0; seed < CASES; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      String solution = file(randomMembers(random), Set.of(), true);

      String lesson =
          new Deriver(1).derive(solution, FILE, Set.of("1.1", "1.2", "1.3", "1.4", "1.5"));

      assertThat(lesson).as("seed %d", seed).isEqualTo(solution);
    }
  }

  @Test
  void derivingLessonAgainChangesNothing() {
    for (long seed = 0; seed < CASES; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      String lesson = new Deriver(1).derive(file(randomMembers(random), Set.of(), true), FILE);

      assertThat(new Deriver(1).derive(lesson, FILE)).as("seed %d", seed).isEqualTo(lesson);
    }
  }

  private record Member(String text, String id, String body) {}

  private static List<Member> randomMembers(RandomGenerator random) {
    List<Member> members = new ArrayList<>();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      String id = random.nextInt(3) == 0 ? "" : "1." + (1 + random.nextInt(5));
      members.add(new Member(comment(random) + "  %sint m" + i + "()  {", id, body(random, i)));
    }
    return members;
  }

  private static String comment(RandomGenerator random) {
    return switch (random.nextInt(5)) {
      case 0 -> "  // { unbalanced \" comment\n";
      case 1 -> "  /* a } \u00fc */\n\n\n";
      case 2 -> "  /// `@Exercise(\"9.9\")` [Sum]\n";
      case 3 -> "\t";
      default -> "";
    };
  }

  private static String body(RandomGenerator random, int member) {
    return switch (random.nextInt(4)) {
      case 0 -> " return helper" + member + "(\"}\"); ";
      case 1 -> "\n    // }\n    return '}' + new Object() {}.hashCode();\n  ";
      case 2 -> "\n    String s = \"\"\"\n        }\"\\\n        \"\"\";\n    return 1;\n  ";
      default -> "\n    return 1;\n  ";
    };
  }

  private static Set<String> randomIds(RandomGenerator random) {
    Set<String> ids = new HashSet<>();
    for (int i = 1; i <= 5; i++) {
      if (random.nextBoolean()) {
        ids.add("1." + i);
      }
    }
    return ids;
  }

  /// Writes the solution, or by hand what the lesson has to be.
  private static String file(List<Member> members, Set<String> done, boolean solution) {
    StringBuilder text = new StringBuilder();
    boolean open = members.stream().anyMatch(m -> isOpen(m, done) && !solution);
    text.append("import course.Exercise;\n");
    text.append(open ? "import course.ExerciseNotDone;\n" : "").append("\nclass Sum {\n");
    for (Member member : members) {
      String mark = member.id.isEmpty() ? "" : "@Exercise(\"" + member.id + "\") ";
      boolean thrown = !solution && isOpen(member, done);
      String indent = member.text.contains("\t") ? "\t  " : "  ";
      String body = thrown ? stub(member.id, indent) : member.body;
      text.append(member.text.replace("%s", mark)).append(body).append("}\n");
    }
    return text.append("}\n").toString();
  }

  private static String stub(String id, String indent) {
    return "\n%s  throw new ExerciseNotDone(\"%s\");\n%s".formatted(indent, id, indent);
  }

  private static boolean isOpen(Member member, Set<String> done) {
    return !member.id.isEmpty() && !done.contains(member.id);
  }
}

package derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OrphanRemovalTest {

  @Test
  void removesChainsAndCyclesOfPrivateMethods() {
    assertThat(
            deriveBody(
                """
                @Exercise("1.4")
                int of() {
                  return first(1);
                }

                private int first(int n) {
                  return second(n);
                }

                private int second(int n) {
                  return n > 9 ? n : first(n + 1);
                }

                int last() {
                  return 1;
                }
                """))
        .isEqualTo(
            lesson(
                """
                @Exercise("1.4")
                int of() {
                  throw new ExerciseNotDone("1.4");
                }

                int last() {
                  return 1;
                }
                """));
  }

  @Test
  void removesFieldsTypesAndTheirCommentsAndKeepsBlankLinesTidy() {
    assertThat(
            deriveBody(
                """
                /// The parts.
                private static final java.util.regex.Pattern PARTS =
                    java.util.regex.Pattern.compile("x"); // of a line

                // A remark of the file's.

                /** One part. */
                private record Part(String text) {
                  static Part of(String text) {
                    return new Part(text.strip());
                  }
                }

                private final Object lock = new Object();

                @Exercise("1.4")
                Object of() {
                  synchronized (lock) {
                    return new Part(PARTS.pattern());
                  }
                }

                private enum Side {
                  LEFT
                }

                @Exercise("1.5")
                Object side() {
                  return Side.LEFT;
                }

                private void end() {}
                """))
        .isEqualTo(
            lesson(
                """
                // A remark of the file's.

                @Exercise("1.4")
                Object of() {
                  throw new ExerciseNotDone("1.4");
                }

                @Exercise("1.5")
                Object side() {
                  throw new ExerciseNotDone("1.5");
                }

                private void end() {}
                """));
  }

  @Test
  void removesHelpersAtTheEndOfTheClassWithTheBlankLineBefore() {
    assertThat(
            deriveBody(
                """
                @Exercise("1.4")
                int of() {
                  return one() + two();
                }

                private int one() {
                  return 1;
                }

                private int two() {
                  return 2;
                }
                """))
        .isEqualTo(
            lesson(
                """
                @Exercise("1.4")
                int of() {
                  throw new ExerciseNotDone("1.4");
                }
                """));
  }

  @Test
  void keepsHelperThatOtherCodeUses() {
    String members =
        """
        @Exercise("1.4")
        int of() {
          return helper();
        }

        java.util.function.IntSupplier other() {
          return this::helper;
        }

        private int helper() {
          return 1;
        }
        """;

    assertThat(deriveBody(members)).contains("private int helper()");
  }

  @Test
  void keepsHelperThatRemainingDocumentationLinks() {
    String members =
        """
        /// Uses [#helper()].
        @Exercise("1.4")
        int of() {
          return helper();
        }

        private int helper() {
          return 1;
        }
        """;

    assertThat(deriveBody(members)).contains("private int helper()");
  }

  @Test
  void keepsPrivateMembersThatWereNotUsedBefore() {
    String members =
        """
        @Exercise("1.4")
        int of() {
          return 1;
        }

        private void readObject() {}
        """;

    assertThat(deriveBody(members)).contains("private void readObject() {}");
  }

  @Test
  void keepsFieldsWhoseInitializersDoSomething() {
    String members =
        """
        private static int made;
        private final int number = ++made;
        private final int count = count();
        private final Thread thread = Thread.ofVirtual().start(() -> {});
        private int a, b;

        @Exercise("1.4")
        int of() {
          return number + count + thread.hashCode() + a + b;
        }

        private static int count() {
          return 1;
        }
        """;

    assertThat(deriveBody(members))
        .contains("int number", "int count", "int made", "Thread thread", "int a, b;")
        .contains("private static int count()");
  }

  @Test
  void keepsRecordComponentsEnumConstantsAndConstructors() {
    String members =
        """
        private Sum() {}

        record Pair(int left, int right) {
          @Exercise("1.4")
          int both() {
            return left + right;
          }
        }

        enum Side {
          LEFT;

          @Exercise("1.5")
          Side other() {
            return LEFT;
          }
        }

        @Exercise("1.6")
        Sum make() {
          return new Sum();
        }
        """;

    assertThat(deriveBody(members))
        .contains("private Sum() {}", "record Pair(int left, int right) {", "LEFT;");
  }

  @Test
  void tellsLocalVariablesAndOverloadsFromHelpers() {
    String members =
        """
        private final java.util.List<String> seen = new java.util.ArrayList<>();

        int other(java.util.List<String> seen) {
          return seen.size() + helper(1) + Integer.parse("x");
        }

        @Exercise("1.4")
        int of() {
          return seen.size() + helper() + parse("y");
        }

        private int helper() {
          return 1;
        }

        private int helper(int n) {
          return n;
        }

        private int parse(String text) {
          return 1;
        }
        """;

    assertThat(deriveBody(members))
        .contains("private int helper(int n)")
        .doesNotContain("ArrayList", "private int helper()", "private int parse");
  }

  @Test
  void keepsWhatStubUses() {
    String members =
        """
        @Exercise(value = "1.4", stub = "return helper();")
        int of() {
          return helper() + other();
        }

        private int helper() {
          return 1;
        }

        private int other() {
          return 1;
        }
        """;

    assertThat(deriveBody(members)).contains("int helper()").doesNotContain("int other()");
  }

  @Test
  void closesTypeThatLosesAllMembers() {
    String members =
        """
        static class Numbers {
          private static final int ONE = 1;
        }

        @Exercise("1.4")
        int of() {
          return Numbers.ONE;
        }
        """;

    assertThat(deriveBody(members)).contains("  static class Numbers {}\n\n  @Exercise");
  }

  private static String deriveBody(String members) {
    String solution = "import course.Exercise;\n\nclass Sum {\n" + indented(members) + "}\n";
    return new Deriver(1).derive(solution, Path.of("Sum.java"));
  }

  private static String lesson(String members) {
    return "import course.Exercise;\nimport course.ExerciseNotDone;\n\nclass Sum {\n"
        + indented(members)
        + "}\n";
  }

  private static String indented(String members) {
    return members
        .lines()
        .map(line -> line.isEmpty() ? "\n" : "  " + line + "\n")
        .collect(Collectors.joining());
  }
}

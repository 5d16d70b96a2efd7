package derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeriverTest {
  private static final Path FILE = Path.of("solutions/01-basics/basics/Sum.java");

  @Test
  void replacesMarkedBodyAndAddsTheImport() {
    String solution =
        """
        package basics;

        import course.Exercise;
        import java.util.List;

        /// Adds.
        public final class Sum {
          /// Exercise 1.4: add them all.
          @Exercise("1.4")
          public static int of(List<Integer> parts) {
            int sum = 0;
            for (int part : parts) {
              sum += part;
            }
            return sum;
          }
        }
        """;

    assertThat(derive(solution))
        .isEqualTo(
            """
            package basics;

            import course.Exercise;
            import course.ExerciseNotDone;
            import java.util.List;

            /// Adds.
            public final class Sum {
              /// Exercise 1.4: add them all.
              @Exercise("1.4")
              public static int of(List<Integer> parts) {
                throw new ExerciseNotDone("1.4");
              }
            }
            """);
  }

  @Test
  void putsStubInPlaceAndHidesItInTheAnnotation() {
    String solution =
        """
        package basics;

        import course.Exercise;

        final class Sum {
          @Exercise(
              value = "1.6",
              stub =
                  \"""
                  import java.util.List;

                  // mend this
                  if (true) {
                    return List.of(1);
                  }

                  return null;
                  \""")
          Object of() {
            return 2;
          }
        }
        """;

    assertThat(derive(solution))
        .isEqualTo(
            """
            package basics;

            import course.Exercise;
            import java.util.List;

            final class Sum {
              @Exercise("1.6")
              Object of() {
                // mend this
                if (true) {
                  return List.of(1);
                }

                return null;
              }
            }
            """);
  }

  @Test
  void worksInCompactSourceFiles() {
    String solution =
        """
        //JAVA 25+
        //SOURCES basics/*.java

        import basics.Answer;
        import course.Exercise;

        void main() {
          IO.println(six());
        }

        @Exercise(value = "1.6")
        int six() {
          return twice(Answer.HALF);
        }

        int twice(int half) {
          return 2 * half;
        }
        """;

    assertThat(derive(solution))
        .isEqualTo(
            """
            //JAVA 25+
            //SOURCES basics/*.java

            import course.Exercise;
            import course.ExerciseNotDone;

            void main() {
              IO.println(six());
            }

            @Exercise(value = "1.6")
            int six() {
              throw new ExerciseNotDone("1.6");
            }
            """);
  }

  @Test
  void addsFirstImportAfterThePackageClause() {
    String solution =
        """
        package basics;

        class Sum {
          @course.Exercise("1.4")
          int of() {
            return 1;
          }
        }
        """;

    assertThat(derive(solution))
        .startsWith("package basics;\n\nimport course.ExerciseNotDone;\n\nclass Sum {\n");
  }

  @Test
  void addsFirstImportBelowTheHeaderOfCompactSourceFile() {
    String solution =
        """
        //JAVA 25+

        /// Starts.
        void main() {}

        @course.Exercise("1.4")
        int of() {
          return 1;
        }
        """;

    assertThat(derive(solution))
        .startsWith(
            "//JAVA 25+\n\nimport course.ExerciseNotDone;\n\n/// Starts.\nvoid main() {}\n");
  }

  @Test
  void keepsSpecialImportsAndTheirOrder() {
    String solution =
        """
        package basics;

        import static java.lang.Math.abs;
        import static java.lang.Math.max;

        import course.Exercise;
        import java.util.*;
        import java.util.regex.Pattern;

        class Sum {
          int size = max(1, 2);

          @Exercise("1.4")
          int of() {
            return abs(Pattern.compile("x").flags());
          }
        }
        """;

    assertThat(derive(solution))
        .startsWith(
            """
            package basics;

            import static java.lang.Math.max;

            import course.Exercise;
            import course.ExerciseNotDone;
            import java.util.*;

            class Sum {
            """);
  }

  @Test
  void dropsWholeStaticBlockWithItsBlankLine() {
    String solution =
        """
        package basics;

        import static java.lang.Math.abs;

        import course.Exercise;

        class Sum {
          @Exercise("1.4")
          int of() {
            return abs(1);
          }
        }
        """;

    assertThat(derive(solution))
        .startsWith(
            "package basics;\n\nimport course.Exercise;\nimport course.ExerciseNotDone;\n\n");
  }

  @Test
  void keepsImportThatOnlyDocumentationUses() {
    String solution =
        """
        package basics;

        import course.Exercise;
        import java.io.IOException;
        import java.time.Duration;
        import java.util.List;
        import java.util.Set;

        class Sum {
          /// See [List] and {@link Duration#ZERO}.
          ///
          /// @throws IOException never
          @Exercise("1.4")
          Object of() {
            return List.of(Set.of(), Duration.ZERO, new IOException());
          }
        }
        """;

    assertThat(derive(solution))
        .contains("java.util.List;", "java.time.Duration;", "java.io.IOException;")
        .doesNotContain("java.util.Set;");
  }

  @Test
  void leavesImportThatWasNeverUsed() {
    String solution =
        """
        package basics;

        import course.Exercise;
        import java.util.Set;

        class Sum {
          @Exercise("1.4")
          void of() {}
        }
        """;

    assertThat(derive(solution)).contains("import java.util.Set;");
  }

  @Test
  void keepsCarriageReturnsAndMissingFinalNewline() {
    String solution =
        "package basics;\r\n\r\nimport course.Exercise;\r\n\r\nclass Sum {\r\n"
            + "  @Exercise(\"1.4\")\r\n  int of() {\r\n    return 1;\r\n  }\r\n}";

    assertThat(derive(solution))
        .isEqualTo(
            "package basics;\r\n\r\nimport course.Exercise;\r\nimport course.ExerciseNotDone;"
                + "\r\n\r\nclass Sum {\r\n  @Exercise(\"1.4\")\r\n  int of() {\r\n"
                + "    throw new ExerciseNotDone(\"1.4\");\r\n  }\r\n}");
  }

  @Test
  void keepsAnswersOfExercisesThatAreDone() {
    String solution =
        """
        package basics;

        import course.Exercise;
        import java.util.List;
        import java.util.Set;

        class Sum {
          @Exercise("1.4")
          Object one() {
            return List.of(helper());
          }

          @Exercise("1.5")
          Object two() {
            return Set.of();
          }

          private int helper() {
            return 1;
          }
        }
        """;

    assertThat(new Deriver(1).derive(solution, FILE, Set.of("1.4")))
        .contains("List.of(helper());", "import java.util.List;", "private int helper()")
        .contains("throw new ExerciseNotDone(\"1.5\");")
        .doesNotContain("java.util.Set;");
    assertThat(new Deriver(1).derive(solution, FILE, Set.of("1.4", "1.5"))).isEqualTo(solution);
  }

  @Test
  void emptiesAllMethodsOfMarkedTypeButKeepsPlumbing() {
    String solution =
        """
        package basics;

        import course.Exercise;

        @Exercise("1.2")
        class Sum extends Base {
          private final int start;

          Sum(int start) {
            super(start);
            this.start = start;
          }

          Sum() {
            this(1);
            System.out.println("made");
          }

          int of() {
            return start + helper();
          }

          abstract static class Inner {
            abstract int none();

            int some() {
              return 1;
            }
          }

          private static int helper() {
            return 1;
          }
        }
        """;

    assertThat(derive(solution))
        .isEqualTo(
            """
            package basics;

            import course.Exercise;
            import course.ExerciseNotDone;

            @Exercise("1.2")
            class Sum extends Base {
              private final int start;

              Sum(int start) {
                super(start);
                this.start = start;
              }

              Sum() {
                this(1);
                throw new ExerciseNotDone("1.2");
              }

              int of() {
                throw new ExerciseNotDone("1.2");
              }

              abstract static class Inner {
                abstract int none();

                int some() {
                  throw new ExerciseNotDone("1.2");
                }
              }
            }
            """);
  }

  @Test
  void emptiesConstructorsOfMarkedRecordUnlessTheyOnlyStore() {
    String solution =
        """
        package basics;

        import course.Exercise;
        import java.util.List;

        @Exercise("1.2")
        record Sum(List<Integer> parts) {
          Sum {
            parts = List.copyOf(parts);
          }

          Sum(int one) {
            this(List.of(one));
          }

          int of() {
            return parts.size();
          }
        }
        """;

    assertThat(derive(solution))
        .contains("parts = List.copyOf(parts);", "this(List.of(one));")
        .containsOnlyOnce("throw new ExerciseNotDone");
  }

  @Test
  void letsMethodOfMarkedTypeHaveItsOwnStub() {
    String solution =
        """
        package basics;

        import course.Exercise;

        @Exercise("1.2")
        class Sum {
          @Exercise(value = "1.2", stub = "return 0;")
          int of() {
            return 1;
          }

          int other() {
            return 1;
          }
        }
        """;

    assertThat(derive(solution))
        .contains("  @Exercise(\"1.2\")\n  int of() {\n    return 0;\n  }\n")
        .contains("int other() {\n    throw new ExerciseNotDone(\"1.2\");");
  }

  @Test
  void returnsFileWithoutMarksAsItIs() {
    String solution = "package basics;\nimport java.util.Set;\nclass   Sum{private int x;}\n\n";

    assertThat(derive(solution)).isEqualTo(solution);
  }

  @Test
  void namesTheExercisesOfFile() {
    String solution =
        """
        class Sum {
          @course.Exercise("1.10") void a() {}
          @course.Exercise("1.2") void b() {}
          @course.Exercise("1.2") void c() {}
        }
        """;

    assertThat(new Deriver(1).exercises(solution, FILE)).containsExactlyInAnyOrder("1.2", "1.10");
  }

  private static String derive(String solution) {
    return new Deriver(1).derive(solution, FILE);
  }
}

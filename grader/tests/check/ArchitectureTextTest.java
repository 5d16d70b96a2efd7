package check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArchitectureTextTest {
  private static final String MESSAGE =
      """
      Architecture Violation [Priority: MEDIUM] - Rule 'Host may know plugins only through contract' \
      was violated (2 times):
      Method <Host.main()> calls constructor <basics.CalculatorImpl.<init>()> in (Host.java:31)
      Method <Host.main()> calls method <basics.CalculatorImpl.add(double, double)> in (Host.java:32)
      """;

  @Test
  void readsRuleAndFirstViolation() {
    ArchitectureText text = ArchitectureText.read(MESSAGE).orElseThrow();

    assertThat(text.facts())
        .extracting(Fact::label, Fact::value)
        .extracting(Object::toString)
        .containsExactly(
            "(\"rule\", \"Host may know plugins only through contract\")",
            "(\"found\", \"Method <Host.main()> calls constructor"
                + " <basics.CalculatorImpl.<init>()> in (Host.java:31)\")",
            "(\"in all\", \"2 places\")");
    assertThat(text.file()).contains("Host.java");
    assertThat(text.line()).isEqualTo(31);
  }

  @Test
  void leavesOtherMessagesAlone() {
    assertThat(ArchitectureText.read("expected: 1")).isEmpty();
  }
}

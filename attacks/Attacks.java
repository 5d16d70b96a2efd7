//JAVA 25+
//SOURCES attack/AttackLine.java
//SOURCES attack/AttackTable.java
//SOURCES attack/AttackRun.java
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC

import attack.AttackRun;

/// Runs each attack of the framework's tests and prints a table: the attack, the defence, whether
/// it was refused. `make attacks` starts it; `./jbang run-attacks SandboxAttackTest` runs those
/// alone.
void main(String[] tests) throws InterruptedException {
  Path root = Path.of("").toAbsolutePath();
  if (!Files.isDirectory(root.resolve("solutions"))) {
    System.err.println("attacks: " + root + " is not the course's folder: change to it first");
    System.exit(2);
  }
  try {
    System.exit(AttackRun.run(root, List.of(tests), System.out));
  } catch (IOException e) {
    System.err.println("attacks: " + e.getMessage());
    System.exit(2);
  }
}

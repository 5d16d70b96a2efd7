package faultlab;

/// Faults in multiplexing. A host that did not ask for it reads none of this.
final class MuxFaults {
  private MuxFaults() {}

  private static void print(String field) throws InterruptedException {
    new WorkingPlugin().run(line -> line.with("", field).format());
  }

  static void muxRefused(int seconds) throws InterruptedException {
    print("false");
  }

  static void muxMissing(int seconds) throws InterruptedException {
    print("");
  }

  static void muxWord(int seconds) throws InterruptedException {
    print("maybe");
  }

  static void muxLie(int seconds) throws InterruptedException {
    print("true");
  }
}

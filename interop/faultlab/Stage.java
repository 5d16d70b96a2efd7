package faultlab;

/// Where in a plugin's life a fault lies.
enum Stage {
  START("before the handshake line"),
  LINE("in the handshake line"),
  SOCKET("at the address"),
  SERVICE("in what it serves"),
  CALL("in a call"),
  OUTPUT("in its output"),
  END("at its end"),
  TLS("in its certificate: for hosts that ask for AutoMTLS"),
  MUX("in multiplexing: for hosts that ask for it");

  private final String title;

  Stage(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}

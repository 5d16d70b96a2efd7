package faultlab;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The faults that a plugin can have here: what it does, and what a good host makes of it.
enum Fault {
  EXITS_AT_ONCE(
      Stage.START,
      "ends at once, with exit code 3 and no word",
      "say that it exited, with which code, and that stderr was empty",
      StartFaults::exitsAtOnce),
  CRASHES_AT_START(
      Stage.START,
      "fails before its line, with a stack trace on stderr and exit code 1",
      "say the exit code and show the last lines of stderr",
      StartFaults::crashesAtStart),
  KILLED_AT_START(
      Stage.START,
      "is killed by SIGKILL before its line",
      "name the signal",
      StartFaults::killedAtStart),
  SILENT(
      Stage.START,
      "never prints a line",
      "give up after the start timeout, name it, kill the plugin",
      StartFaults::silent),
  LATE_LINE(
      Stage.START,
      "prints its line only after some seconds",
      "wait as long as the start timeout allows, and no longer",
      StartFaults::lateLine),
  HALF_LINE(
      Stage.START,
      "prints half a line, without a line end, and falls silent",
      "give up after the start timeout, kill the plugin",
      StartFaults::halfLine),
  CLOSES_STDOUT(
      Stage.START,
      "closes its stdout without a line and goes on living",
      "notice it at once, kill the plugin",
      StartFaults::closesStdout),
  PRINTS_BEFORE_LINE(
      Stage.START,
      "greets on stdout before its handshake line",
      "quote what was found in the line's place, kill the plugin",
      StartFaults::printsBeforeLine),
  BLANK_FIRST_LINE(
      Stage.START,
      "prints a blank line before its handshake line",
      "refuse the blank line as go-plugin does, kill the plugin",
      StartFaults::blankFirstLine),
  GARBAGE_LINE(
      Stage.START,
      "prints bytes that are no text in the line's place",
      "quote them harmlessly, kill the plugin",
      StartFaults::garbageLine),
  LONG_LINE(
      Stage.START,
      "prints a first line of 70 KB",
      "say that it is too long, quote its beginning, kill the plugin",
      StartFaults::longLine),
  FORKS_AWAY(
      Stage.START,
      "ends without a line, and leaves a process that holds its stdout",
      "say that it exited, and not wait for the stdout's end",
      StartFaults::forksAway),
  IGNORES_COOKIE(
      Stage.START,
      "serves whoever starts it, a person too",
      "notice nothing: only the conformance kit can see it",
      StartFaults::ignoresCookie),

  TOO_FEW_FIELDS(
      Stage.LINE,
      "prints a line of three fields",
      "quote the line, name the number of fields, kill the plugin",
      LineFaults::tooFewFields),
  TOO_MANY_FIELDS(
      Stage.LINE,
      "prints nine fields",
      "ignore those after the seventh and work",
      LineFaults::tooManyFields),
  CRLF(
      Stage.LINE,
      "ends its line as Windows does",
      "read it as if there were no carriage return, and work",
      LineFaults::crlf),
  CORE_VERSION(
      Stage.LINE,
      "speaks version 2 of the handshake",
      "name field 1, what was found and that 1 was expected",
      LineFaults::coreVersion),
  APP_VERSION(
      Stage.LINE,
      "chose version 99 of the application's protocol",
      "name 99 and the versions that the host has",
      LineFaults::appVersion),
  WORD_VERSION(
      Stage.LINE,
      "writes its version as a word",
      "name field 2 and what was found",
      LineFaults::wordVersion),
  NO_PROTOCOL(
      Stage.LINE,
      "prints four fields: by the rules that means netrpc",
      "say that the plugin speaks netrpc, and what the host accepts",
      LineFaults::noProtocol),
  NETRPC(
      Stage.LINE,
      "speaks netrpc, go-plugin's older protocol",
      "say that the plugin speaks netrpc, and what the host accepts",
      LineFaults::netrpc),
  UNKNOWN_NETWORK(
      Stage.LINE,
      "listens on udp, so it says",
      "name field 3, what was found, and that unix or tcp was expected",
      LineFaults::unknownNetwork),
  LONG_PATH(
      Stage.LINE,
      "names a socket whose path is longer than any socket's may be",
      "say how long it is and may be, kill the plugin",
      LineFaults::longPath),

  NO_SOCKET(
      Stage.SOCKET,
      "names a socket that does not exist",
      "say so with the first call, name the address",
      SocketFaults::noSocket),
  DEAD_SOCKET(
      Stage.SOCKET,
      "names a socket at which no one listens",
      "say that the connection was refused, name the address",
      SocketFaults::deadSocket),
  LOCKED_SOCKET(
      Stage.SOCKET,
      "takes all permissions from its socket",
      "say that access was denied (root is let in all the same)",
      SocketFaults::lockedSocket),
  FILE_FOR_SOCKET(
      Stage.SOCKET,
      "names a file in its socket's place",
      "fail to connect, and leave the file where it is",
      SocketFaults::fileForSocket),
  NOT_GRPC(
      Stage.SOCKET,
      "answers its connections with a line of text",
      "say that this is no HTTP/2",
      SocketFaults::notGrpc),
  MUTE_SOCKET(
      Stage.SOCKET,
      "accepts connections and says nothing",
      "bound each call by a deadline",
      SocketFaults::muteSocket),

  NO_HEALTH(
      Stage.SERVICE,
      "serves no health",
      "say that the ping failed: UNIMPLEMENTED; calls work",
      ServiceFaults::noHealth),
  NOT_SERVING(
      Stage.SERVICE,
      "says of itself that it is not well",
      "say that the ping failed, with its status",
      ServiceFaults::notServing),
  NO_STDIO(
      Stage.SERVICE,
      "has no stdio stream",
      "work without its output, say so once at most",
      ServiceFaults::noStdio),
  NO_BROKER(
      Stage.SERVICE,
      "has no broker",
      "work as long as no one asks for the broker",
      ServiceFaults::noBroker),
  NO_CONTROLLER(
      Stage.SERVICE,
      "knows no Shutdown",
      "go on to the next rung of the ladder after the grace",
      ServiceFaults::noController),
  NO_CALCULATOR(
      Stage.SERVICE,
      "serves all but the calculator",
      "say which method is not there",
      ServiceFaults::noCalculator),

  CLOSES_IN_MID_CALL(
      Stage.CALL,
      "closes its connections in mid-call and goes on living",
      "fail the call, say that the plugin could not be reached",
      CallFaults::closesInMidCall),
  CRASHES_IN_MID_CALL(
      Stage.CALL,
      "ends in mid-call, with last words on stderr and exit code 3",
      "fail the call; tell the next caller exit code and last words",
      CallFaults::crashesInMidCall),
  KILLED_IN_MID_CALL(
      Stage.CALL,
      "is killed by SIGKILL in mid-call",
      "fail the call; tell the next caller the signal",
      CallFaults::killedInMidCall),
  LATE_ANSWER(
      Stage.CALL,
      "answers, but only after the caller's deadline",
      "fail the call at its deadline; later calls work",
      CallFaults::lateAnswer),
  STOPS(
      Stage.CALL,
      "stops itself in mid-call (SIGSTOP)",
      "fail the call at its deadline; need SIGKILL in the end",
      CallFaults::stops),
  ANSWERS_TWICE(
      Stage.CALL,
      "sends two answers to a call that has one",
      "fail the call and go on",
      CallFaults::answersTwice),

  FLOODS_STDERR(
      Stage.OUTPUT,
      "writes 16 MB to stderr before it goes on",
      "read it all, in bounded memory: the plugin must not stand still",
      OutputFaults::floodsStderr),
  FLOODS_STDOUT(
      Stage.OUTPUT,
      "writes 16 MB to stdout after its line",
      "read and drop it: the plugin must not stand still",
      OutputFaults::floodsStdout),
  TALKS_ON_STDOUT(
      Stage.OUTPUT,
      "goes on to print on stdout after its line",
      "not take it for anything",
      OutputFaults::talksOnStdout),
  ODD_LOG_LINES(
      Stage.OUTPUT,
      "logs JSON whose message is a number (go-plugin's host dies of it)",
      "log the line as it is",
      OutputFaults::oddLogLines),
  ENDLESS_LOG_LINE(
      Stage.OUTPUT,
      "logs 200 KB without a line end, and bytes that are no text",
      "log it in pieces",
      OutputFaults::endlessLogLine),

  IGNORES_SHUTDOWN(
      Stage.END,
      "answers Shutdown and goes on living",
      "wait for the grace, then send SIGTERM",
      EndFaults::ignoresShutdown),
  HANGS_IN_SHUTDOWN(
      Stage.END,
      "never answers Shutdown",
      "bound the call by the grace, then send SIGTERM",
      EndFaults::hangsInShutdown),
  IGNORES_SIGTERM(
      Stage.END,
      "ignores Shutdown and SIGTERM",
      "send SIGKILL in the end",
      EndFaults::ignoresSigterm),
  SLOW_SHUTDOWN(
      Stage.END,
      "needs a second to end",
      "grant it: no signal within the grace",
      EndFaults::slowShutdown),
  EXIT_CODE(
      Stage.END, "ends with exit code 7 after Shutdown", "report the code", EndFaults::exitCode),
  LEAVES_SOCKET(Stage.END, "leaves its socket's file behind", "remove it", EndFaults::leavesSocket),
  KEEPS_GRANDCHILD(
      Stage.END,
      "leaves a process that holds its stdout and stderr",
      "end that process, too, or at least not wait for it",
      EndFaults::keepsGrandchild),

  NO_CERTIFICATE(
      Stage.TLS,
      "sends no certificate and speaks plaintext",
      "say that AutoMTLS was asked for and field 6 is empty",
      TlsFaults::noCertificate),
  CUT_CERTIFICATE(
      Stage.TLS,
      "sends half of its certificate",
      "say that field 6 is no certificate, kill the plugin",
      TlsFaults::cutCertificate),
  PADDED_CERTIFICATE(
      Stage.TLS,
      "sends its certificate with padding, which go-plugin refuses",
      "name field 6 and the padding",
      TlsFaults::paddedCertificate),
  EXPIRED_CERTIFICATE(
      Stage.TLS,
      "uses a certificate that expired a year ago",
      "refuse it, say that it is expired",
      TlsFaults::expiredCertificate),
  OTHER_KEY(
      Stage.TLS,
      "sends one certificate and serves with another",
      "refuse the connection: this is not the plugin it started",
      TlsFaults::otherKey),
  PLAINTEXT(
      Stage.TLS,
      "sends a certificate and speaks plaintext",
      "refuse the connection: never fall back to plaintext",
      TlsFaults::plaintext),
  ANY_CLIENT(
      Stage.TLS,
      "asks no one for a certificate",
      "notice nothing: only the conformance kit can see it",
      TlsFaults::anyClient),

  MUX_REFUSED(
      Stage.MUX,
      "says `false` in field 7",
      "say that the plugin cannot multiplex, kill it",
      MuxFaults::muxRefused),
  MUX_MISSING(
      Stage.MUX,
      "prints no field 7",
      "say that the plugin cannot multiplex, kill it",
      MuxFaults::muxMissing),
  MUX_WORD(
      Stage.MUX,
      "says `maybe` in field 7",
      "say that field 7 is neither true nor false, kill it",
      MuxFaults::muxWord),
  MUX_LIE(
      Stage.MUX,
      "says `true` in field 7 and does not multiplex",
      "fail the first call in bounded time, kill it",
      MuxFaults::muxLie);

  private final Stage stage;
  private final String what;
  private final String duty;

  // A method reference: it holds nothing.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Behaviour behaviour;

  Fault(Stage stage, String what, String duty, Behaviour behaviour) {
    this.stage = stage;
    this.what = what;
    this.duty = duty;
    this.behaviour = behaviour;
  }

  /// The fault of that word, such as `late-line`; empty if there is none.
  static Optional<Fault> ofWord(String word) {
    return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
  }

  /// Its name at the command line, such as `late-line`.
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Stage stage() {
    return stage;
  }

  /// What the plugin does, in one sentence: `The plugin ...`.
  String what() {
    return what;
  }

  /// What a good host does: `A good host should ...`.
  String duty() {
    return duty;
  }

  Behaviour behaviour() {
    return behaviour;
  }
}

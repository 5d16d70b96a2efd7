package extensions;

import course.goplugin.ConnInfo;

/// Bounds the answers that wait for an other side which knocks and does not read. One for each
/// stream of messages; the caller guards it.
///
/// Only answers count: the other side decides how many there are. All else that a broker sends is
/// its own program's.
final class WaitingAnswers {
  /// How many answers may wait behind what the connection has taken.
  static final int MAX = 4_096;

  /// Why a stream ends with one answer more.
  static final String TOO_MANY =
      MAX
          + " answers to knocks wait for an other side that does not read them: its stream was ended";

  private int waiting;

  /// Takes a message into account that is about to be sent.
  ///
  /// @param ready whether the connection takes more just now
  /// @return false if it must not be sent, as too many answers wait
  boolean admit(ConnInfo message, boolean ready) {
    if (ready) {
      waiting = 0;
      return true;
    }
    return !message.getKnock().getAck() || ++waiting <= MAX;
  }
}

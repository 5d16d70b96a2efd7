// file: extensions/StreamWindow.java
// wrong: one operation more than the window has room for
public void pump() {
  while (!ended && inFlight <= size && call.isReady()) {
    if (source.hasNext()) {
      inFlight++;
      call.send(source.next());
    } else {
      ended = true;
      call.end();
    }
  }
}

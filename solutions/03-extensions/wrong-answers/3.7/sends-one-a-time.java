// file: extensions/StreamWindow.java
// wrong: at most one operation for each call of pump, so the window never fills
public void pump() {
  if (!ended && inFlight < size && call.isReady()) {
    if (source.hasNext()) {
      inFlight++;
      call.send(source.next());
    } else {
      ended = true;
      call.end();
    }
  }
}

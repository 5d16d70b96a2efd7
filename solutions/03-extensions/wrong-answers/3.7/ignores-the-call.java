// file: extensions/StreamWindow.java
// wrong: does not ask whether the call is ready
public void pump() {
  while (!ended && inFlight < size) {
    if (source.hasNext()) {
      inFlight++;
      call.send(source.next());
    } else {
      ended = true;
      call.end();
    }
  }
}

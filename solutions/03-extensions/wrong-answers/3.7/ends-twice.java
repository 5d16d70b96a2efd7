// file: extensions/StreamWindow.java
// wrong: says each time that no operation follows
public void pump() {
  while (inFlight < size && call.isReady()) {
    if (!source.hasNext()) {
      ended = true;
      call.end();
      return;
    }
    inFlight++;
    call.send(source.next());
  }
}

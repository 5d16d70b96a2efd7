// file: extensions/StreamWindow.java
// wrong: sends whatever the call takes, so a fast source fills the memory
public void pump() {
  while (!ended && call.isReady()) {
    if (source.hasNext()) {
      inFlight++;
      call.send(source.next());
    } else {
      ended = true;
      call.end();
    }
  }
}

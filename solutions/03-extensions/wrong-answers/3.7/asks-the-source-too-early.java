// file: extensions/StreamWindow.java
// wrong: asks the source for more although nothing could be sent; a slow source holds all up
public void pump() {
  while (!ended && source.hasNext() && inFlight < size && call.isReady()) {
    inFlight++;
    call.send(source.next());
  }
  if (!ended && !source.hasNext()) {
    ended = true;
    call.end();
  }
}

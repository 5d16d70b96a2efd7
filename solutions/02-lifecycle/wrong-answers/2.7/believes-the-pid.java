// file: lifecycle/PluginClient.java
// wrong: returns a client that is not started: that a process has this id proves nothing
public static PluginClient reattach(ClientConfig config, ReattachConfig reattach) {
  if (!config.allowedProtocols().contains(reattach.protocol())) {
    throw new UnsupportedProtocolException(reattach.protocol(), config.allowedProtocols());
  }
  if (ProcessHandle.of(reattach.pid()).filter(ProcessHandle::isAlive).isEmpty()) {
    throw new PluginNotFoundException("no process has the id " + reattach.pid());
  }
  return new PluginClient(config, reattach);
}

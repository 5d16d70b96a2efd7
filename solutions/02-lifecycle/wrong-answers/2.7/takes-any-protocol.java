// file: lifecycle/PluginClient.java
// wrong: does not look at the protocol
public static PluginClient reattach(ClientConfig config, ReattachConfig reattach) {
  if (ProcessHandle.of(reattach.pid()).filter(ProcessHandle::isAlive).isEmpty()) {
    throw new PluginNotFoundException("no process has the id " + reattach.pid());
  }
  PluginClient client = new PluginClient(config, reattach);
  client.start();
  return client;
}

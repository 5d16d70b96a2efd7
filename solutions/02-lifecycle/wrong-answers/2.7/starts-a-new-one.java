// file: lifecycle/PluginClient.java
// wrong: starts the configured command in place of taking over the running plugin
public static PluginClient reattach(ClientConfig config, ReattachConfig reattach) {
  if (!config.allowedProtocols().contains(reattach.protocol())) {
    throw new UnsupportedProtocolException(reattach.protocol(), config.allowedProtocols());
  }
  if (ProcessHandle.of(reattach.pid()).filter(ProcessHandle::isAlive).isEmpty()) {
    throw new PluginNotFoundException("no process has the id " + reattach.pid());
  }
  PluginClient client = PluginClient.of(config);
  client.start();
  return client;
}

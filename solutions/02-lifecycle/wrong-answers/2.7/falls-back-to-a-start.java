// file: lifecycle/PluginClient.java
// wrong: if no plugin is there it starts the configured command and says nothing
public static PluginClient reattach(ClientConfig config, ReattachConfig reattach) {
  if (!config.allowedProtocols().contains(reattach.protocol())) {
    throw new UnsupportedProtocolException(reattach.protocol(), config.allowedProtocols());
  }
  PluginClient client = new PluginClient(config, reattach);
  try {
    client.start();
    return client;
  } catch (PluginNotFoundException e) {
    return PluginClient.of(config);
  }
}

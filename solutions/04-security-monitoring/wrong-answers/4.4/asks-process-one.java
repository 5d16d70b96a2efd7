// file: security/SandboxedProcess.java
// wrong: process 1 of the sandbox is asked, which hears nothing
@Override
public void terminate() {
  process.children().forEach(ProcessHandle::destroy);
}

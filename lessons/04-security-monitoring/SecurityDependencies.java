//DEPS org.bouncycastle:bcpkix-jdk18on:1.87
//SOURCES ../../solutions/03-extensions/ExtensionsDependencies.java
//SOURCES ../../shared-contract/generated/course/secrets/v1/*.java

/// The libraries that transport security runs on, for JBang: those of all layers, and one that
/// makes certificates. A script that lists this file among its `//SOURCES` gets them all. The same
/// versions stand in pom.xml; a test holds the two equal.
interface SecurityDependencies {}

//DEPS io.micrometer:micrometer-registry-prometheus:1.17.2
//SOURCES ../../solutions/03-extensions/ExtensionsDependencies.java

/// The libraries that monitoring runs on, for JBang: those of the layers below, and one that counts
/// and measures. A script that lists this file among its `//SOURCES` gets them all. The same
/// versions stand in pom.xml; a test holds the two equal.
interface MonitoringDependencies {}

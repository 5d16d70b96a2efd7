//DEPS tools.jackson.dataformat:jackson-dataformat-yaml:3.2.4
//SOURCES ../../shared-contract/Dependencies.java

/// The libraries that layer 3 runs on, for JBang: those of the layers below, and one that reads
/// YAML. A script that lists this file among its `//SOURCES` gets them all. The same versions stand
/// in pom.xml; a test holds the two equal.
interface ExtensionsDependencies {}

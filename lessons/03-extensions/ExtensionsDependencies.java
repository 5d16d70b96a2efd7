//DEPS tools.jackson.dataformat:jackson-dataformat-yaml:3.2.4
//SOURCES ../../shared-contract/Dependencies.java
//SOURCES ../../shared-contract/generated/course/bulk/v1/*.java
//SOURCES ../../shared-contract/generated/course/files/v1/*.java
//SOURCES ../../shared-contract/generated/course/host/v1/*.java
//SOURCES ../../shared-contract/generated/course/memory/v1/*.java
//SOURCES ../../shared-contract/generated/course/primes/v1/*.java
//SOURCES ../../shared-contract/generated/course/scientific/v1/*.java
//SOURCES ../../shared-contract/generated/course/web/v1/*.java

/// The libraries that layer 3 runs on, for JBang: those of the layers below, and one that reads
/// YAML; and its contracts' generated code. A script that lists this file among its `//SOURCES`
/// gets them all. The same versions stand in pom.xml; a test holds the two equal.
interface ExtensionsDependencies {}

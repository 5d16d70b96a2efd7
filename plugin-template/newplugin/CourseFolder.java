package newplugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// The folder of the course: it has the template, the framework's sources and their versions.
///
/// @param path absolute, without links
public record CourseFolder(Path path) {
  /// The nearest folder, from that one upwards, that has the template.
  ///
  /// @throws NewPluginException if there is none
  /// @throws IOException if a folder cannot be read
  public static CourseFolder find(Path start) throws NewPluginException, IOException {
    Path here = start.toAbsolutePath().normalize();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("plugin-template/project"))) {
        return new CourseFolder(folder.toRealPath());
      }
    }
    throw new NewPluginException(
        here + " is not inside the course: change to its folder, then run this again");
  }

  /// The template's files.
  Path template() {
    return path.resolve("plugin-template/project");
  }

  /// Where the compiled framework is kept; git ignores it.
  Path buildFolder() {
    return path.resolve("plugin-template/.build");
  }

  /// The script that finds a JDK.
  Path findJdk() {
    return path.resolve("launcher/find-jdk.sh");
  }

  /// The versions of the course's libraries: properties of its `pom.xml` such as `grpc.version`.
  ///
  /// @throws IOException if the file cannot be read
  Map<String, String> versions() throws IOException {
    Map<String, String> versions = new TreeMap<>();
    NodeList properties = properties(path.resolve("pom.xml"));
    for (int i = 0; i < properties.getLength(); i++) {
      Node property = properties.item(i);
      if (property instanceof Element && property.getNodeName().endsWith(".version")) {
        versions.put(property.getNodeName(), property.getTextContent().strip());
      }
    }
    return versions;
  }

  private static NodeList properties(Path pom) throws IOException {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(pom.toFile())
          .getElementsByTagName("properties")
          .item(0)
          .getChildNodes();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(pom + " cannot be read: " + e.getMessage(), e);
    }
  }
}

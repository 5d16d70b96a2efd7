/// Makes a plugin's project from a template, outside of the course: `./jbang new-plugin my-plugin`.
@NullMarked
package newplugin;

import org.jspecify.annotations.NullMarked;

/// Pictures for the notebooks, drawn without network: SVG made of plain strings.
///
/// A picture brings its own light background, so it is readable on a dark page, too. Its title and
/// its description tell a screen reader what it shows.
@NullMarked
package pictures;

import org.jspecify.annotations.NullMarked;

/// Quotes code on pages: fills each marked block with the text of a member of a compiled source,
/// and keeps the lines of links to members.
@NullMarked
package weave;

import org.jspecify.annotations.NullMarked;

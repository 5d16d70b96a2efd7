/// What the notebooks need besides pictures: the course's folder, its checks, a look at the wire.
@NullMarked
package workbench;

import org.jspecify.annotations.NullMarked;

/** Time and ids come from here, so that a test can move them. */
@NullMarked
package dev.sayso.platform.time;

import org.jspecify.annotations.NullMarked;

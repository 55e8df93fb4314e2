/** How the library understands; no one else's business. */
@NullMarked
package dev.sayso.language.internal;

import org.jspecify.annotations.NullMarked;

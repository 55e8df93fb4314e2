/** Services that people pay for regularly, as data. */
@NullMarked
package dev.sayso.catalogue;

import org.jspecify.annotations.NullMarked;

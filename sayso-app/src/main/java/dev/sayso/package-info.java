/** Where the program starts. Each package below is a module. */
@NullMarked
package dev.sayso;

import org.jspecify.annotations.NullMarked;

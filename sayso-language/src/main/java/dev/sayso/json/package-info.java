/** The one codec between the contract's JSON and the library's types. */
@NullMarked
package dev.sayso.json;

import org.jspecify.annotations.NullMarked;

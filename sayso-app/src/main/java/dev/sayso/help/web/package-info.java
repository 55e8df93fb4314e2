/** Help over HTTP. */
@NullMarked
package dev.sayso.help.web;

import org.jspecify.annotations.NullMarked;

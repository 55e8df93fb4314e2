/** Captures as the browser and programs meet them. */
@NullMarked
package dev.sayso.capture.web;

import org.jspecify.annotations.NullMarked;

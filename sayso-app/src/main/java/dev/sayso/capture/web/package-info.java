/** Captures over HTTP: the API and the page. */
@NullMarked
package dev.sayso.capture.web;

import org.jspecify.annotations.NullMarked;

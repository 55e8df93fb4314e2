/** Logs, metrics and traces. */
@NullMarked
package dev.sayso.platform.signals;

import org.jspecify.annotations.NullMarked;

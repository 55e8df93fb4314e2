/**
 * The figures of guided help: pure functions of its append-only log, so that anybody can compute
 * them anew. Silence never counts as success.
 */
@NullMarked
package dev.sayso.help.figures;

import org.jspecify.annotations.NullMarked;

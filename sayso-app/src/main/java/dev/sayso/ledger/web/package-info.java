/** The log over HTTP. */
@NullMarked
package dev.sayso.ledger.web;

import org.jspecify.annotations.NullMarked;

/** Accounts over HTTP. */
@NullMarked
package dev.sayso.account.web;

import org.jspecify.annotations.NullMarked;

/** The list over HTTP: the API and the page. */
@NullMarked
package dev.sayso.subscription.web;

import org.jspecify.annotations.NullMarked;

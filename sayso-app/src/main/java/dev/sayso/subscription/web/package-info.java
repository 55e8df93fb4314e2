/** Subscriptions as the browser and programs meet them. */
@NullMarked
package dev.sayso.subscription.web;

import org.jspecify.annotations.NullMarked;

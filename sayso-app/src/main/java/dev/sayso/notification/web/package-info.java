/** The inbox and channels, as JSON and as pages. */
@NullMarked
package dev.sayso.notification.web;

import org.jspecify.annotations.NullMarked;

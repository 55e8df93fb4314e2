/** Reminders as the browser and programs meet them. */
@NullMarked
package dev.sayso.reminder.web;

import org.jspecify.annotations.NullMarked;

/** What is measured, each by {@code ./bench NAME}. Nothing is asserted here. */
@NullMarked
package dev.sayso.bench;

import org.jspecify.annotations.NullMarked;

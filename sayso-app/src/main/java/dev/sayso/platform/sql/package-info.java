/** The database: the one writer, the readers, and what databases do not share. */
@NullMarked
package dev.sayso.platform.sql;

import org.jspecify.annotations.NullMarked;

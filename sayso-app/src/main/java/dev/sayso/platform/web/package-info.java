/**
 * What every page stands on: the layout and its assets, the words, the regions that modules offer,
 * the headers that keep a browser safe.
 */
@NullMarked
package dev.sayso.platform.web;

import org.jspecify.annotations.NullMarked;

/**
 * What is spoken becomes text: reads the sound, hears the words, and says whether to trust them.
 */
@NullMarked
package dev.sayso.capture.voice;

import org.jspecify.annotations.NullMarked;

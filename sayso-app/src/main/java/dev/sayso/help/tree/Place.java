package dev.sayso.help.tree;

/** Where in which file something was written; lines count from 1. */
record Place(String file, int line) {}

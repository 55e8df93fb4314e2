/**
 * The decision trees of guided help as data: the file format, its linter, evaluation, the walk
 * through a tree step by step, and its picture. Pure Java: no clock, and files are read only by
 * {@link dev.sayso.help.tree.TreeFolder}.
 */
@NullMarked
@NamedInterface("tree")
package dev.sayso.help.tree;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

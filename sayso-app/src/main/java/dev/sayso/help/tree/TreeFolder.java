package dev.sayso.help.tree;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a tree and what lies beside it: {@code branches/*.yaml}, {@code texts/<locale>.yaml},
 * {@code walks.yaml} and {@code host.yaml}.
 */
public final class TreeFolder {
    private TreeFolder() {}

    /**
     * @param tree the tree's main file, on disk or in a jar
     * @throws IOException when a file cannot be read
     */
    public static TreeFiles read(Path tree) throws IOException {
        var texts = new TreeMap<String, Source>();
        for (var text : yamlIn(tree.resolveSibling("texts"))) {
            var name = text.getFileName().toString();
            texts.put(name.substring(0, name.lastIndexOf('.')), source(text));
        }
        return new TreeFiles(
                source(tree),
                sources(yamlIn(tree.resolveSibling("branches"))),
                Map.copyOf(texts),
                optional(tree.resolveSibling("walks.yaml")),
                optional(tree.resolveSibling("host.yaml")));
    }

    private static List<Source> sources(List<Path> paths) throws IOException {
        var sources = new ArrayList<Source>();
        for (var path : paths) {
            sources.add(source(path));
        }
        return sources;
    }

    private static List<Path> yamlIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private static @Nullable Source optional(Path path) throws IOException {
        return Files.isRegularFile(path) ? source(path) : null;
    }

    private static Source source(Path path) throws IOException {
        var bytes = Files.size(path);
        return bytes > YamlReader.MOST_BYTES
                ? new Source(path.toString(), "", bytes)
                : new Source(
                        path.toString(),
                        new String(Files.readAllBytes(path), StandardCharsets.UTF_8),
                        bytes);
    }
}

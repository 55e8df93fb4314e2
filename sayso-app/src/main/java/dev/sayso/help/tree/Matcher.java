package dev.sayso.help.tree;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the option that a person's words name, in any language of the tree. */
final class Matcher {
    private final Tree tree;

    Matcher(Tree tree) {
        this.tree = tree;
    }

    Optional<Node.Option> option(Node.Ask ask, String said) {
        var words = Words.normal(said);
        return ask.options().stream()
                .filter(option -> names(ask, option).map(Words::normal).anyMatch(words::equals))
                .findFirst();
    }

    private Stream<String> names(Node.Ask ask, Node.Option option) {
        var own = Stream.concat(Stream.of(option.id(), option.label()), option.also().stream());
        var others =
                tree.translations().values().stream()
                        .map(texts -> texts.get(ask.id() + "/" + option.id()))
                        .filter(Objects::nonNull)
                        .flatMap(t -> Stream.concat(Stream.of(t.text()), t.also().stream()));
        return Stream.concat(own, others);
    }
}

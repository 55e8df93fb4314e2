package dev.sayso.help.web;

import dev.sayso.account.Account;
import dev.sayso.help.HelpView;
import dev.sayso.help.Published;
import dev.sayso.help.Trees;
import dev.sayso.help.tree.Node;
import dev.sayso.help.tree.Wordings.Wording;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Map;

/** The question that a session from somewhere would begin with, were no fact to answer it. */
@Component
class FirstViews {
    private final Trees trees;

    FirstViews(Trees trees) {
        this.trees = trees;
    }

    FirstView of(Account account, @Nullable String screen, @Nullable String topic) {
        var published = trees.sayso();
        var tree = published.tree();
        // an entry that asks nothing begins a session at once; until then the default is shown
        var node =
                tree.node(tree.entries().of(screen, topic)) instanceof Node.Ask ask
                        ? ask
                        : (Node.Ask) tree.node(tree.entries().start());
        var text = text(published, node.id(), account);
        return new FirstView(
                node.id(),
                text.text(),
                text.lang(),
                node.options().stream()
                        .map(
                                option ->
                                        new HelpView.Option(
                                                option.id(),
                                                text(
                                                                published,
                                                                node.id() + "/" + option.id(),
                                                                account)
                                                        .text()))
                        .toList());
    }

    private static Wording text(Published published, String key, Account account) {
        return published.wordings().of(key, account.locale(), Map.of());
    }
}

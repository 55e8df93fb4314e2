package dev.sayso.language;

import dev.sayso.catalogue.Catalogue;
import dev.sayso.language.internal.StandardParser;
import dev.sayso.language.internal.intent.HelpRules;
import dev.sayso.language.internal.words.Lexicon;
import dev.sayso.language.internal.words.WordFiles;

/** Holds the one standard parser, which is made when it is first asked for. */
final class Standard {
    static final StandardParser PARSER =
            new StandardParser(
                    new Lexicon(WordFiles.builtIn(), Catalogue.builtIn()),
                    HelpRules.of(WordFiles.rules()));

    private Standard() {}
}

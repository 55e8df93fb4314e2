package dev.sayso.platform.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

import org.springframework.stereotype.Component;

/** The templates, compiled by the build. */
@Component
public final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** Writes the fragment into a page that another template makes. */
    public Content content(Fragment fragment) {
        return output -> engine.render(path(fragment.template()), fragment.view(), output);
    }

    Utf8ByteOutput render(Fragment fragment) {
        var output = new Utf8ByteOutput();
        engine.render(path(fragment.template()), fragment.view(), output);
        return output;
    }

    boolean has(String template) {
        return engine.hasTemplate(path(template));
    }

    private static String path(String template) {
        return template + ".jte";
    }
}

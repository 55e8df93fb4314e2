package dev.sayso.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.view.AbstractTemplateView;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * Renders a template with the model's {@code view}. It is rendered whole before the first byte
 * leaves, so that an error in a template is an error page and not half a page.
 */
final class JteView extends AbstractTemplateView {
    static final String VIEW = "view";

    private final Templates templates;
    private final Bar bar;

    JteView(Templates templates, Bar bar) {
        this.templates = templates;
        this.bar = bar;
    }

    @Override
    public boolean checkResource(Locale locale) {
        return templates.has(template());
    }

    @Override
    protected void renderMergedTemplateModel(
            Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var view = model.get(VIEW);
        if (view == null) {
            throw new IllegalStateException(
                    "the model of " + template() + " has no attribute \"" + VIEW + "\"");
        }
        var output =
                ScopedValue.where(Page.BAR, () -> bar.of(request))
                        .call(() -> templates.render(new Fragment(template(), view)));
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    private String template() {
        return String.valueOf(getUrl());
    }
}

package dev.sayso.platform.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.view.AbstractTemplateViewResolver;
import org.springframework.web.servlet.view.AbstractUrlBasedView;

/** Finds the template of a view's name: {@code home/home} is {@code home/home.jte}. */
@Component
final class JteViewResolver extends AbstractTemplateViewResolver {
    private final Templates templates;
    private final ObjectProvider<Bar> bar;

    /**
     * @param bar only when the first page is shown: its places are made after the views
     */
    JteViewResolver(Templates templates, ObjectProvider<Bar> bar) {
        this.templates = templates;
        this.bar = bar;
        setViewClass(requiredViewClass());
        setContentType("text/html;charset=UTF-8");
        setExposeSpringMacroHelpers(false);
        setOrder(Ordered.LOWEST_PRECEDENCE - 10);
    }

    @Override
    protected Class<?> requiredViewClass() {
        return JteView.class;
    }

    @Override
    protected AbstractUrlBasedView instantiateView() {
        return new JteView(templates, bar.getObject());
    }
}

package dev.sayso.account.web;

import dev.sayso.account.Account;
import dev.sayso.account.Accounts;

import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.List;

/** Gives a handler the account that its request comes from: over loopback the local one. */
@Component
class AccountArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private final Accounts accounts;

    AccountArgument(Accounts accounts) {
        this.accounts = accounts;
        // it is not a parameter that a caller gives
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Account.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Account.class;
    }

    @Override
    public Account resolveArgument(
            MethodParameter parameter,
            @org.jspecify.annotations.Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
        return accounts.local();
    }
}

package dev.sayso.account.web;

import dev.sayso.account.Account;
import dev.sayso.account.Visitor;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.List;
import java.util.Objects;

/**
 * Gives a handler the account that its request comes from: the one that its token, its cookie or
 * loopback stands for.
 */
@Component
class AccountArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    AccountArgument() {
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
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return Visitor.of(
                        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)))
                .account();
    }
}

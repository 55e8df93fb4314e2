package dev.sayso.account.web;

import dev.sayso.account.Accounts;
import dev.sayso.account.Visitor;
import dev.sayso.platform.web.Wording;
import dev.sayso.platform.web.Words;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import java.time.Clock;

/** Speaks to each account as it prefers, and to a stranger as the house does. */
@Component
class AccountWording implements Wording {
    private final Accounts accounts;
    private final Clock clock;

    AccountWording(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Words of(HttpServletRequest request) {
        var account = Visitor.find(request).map(Visitor::account).orElseGet(accounts::local);
        return new Words(account.locale(), account.today(clock));
    }
}

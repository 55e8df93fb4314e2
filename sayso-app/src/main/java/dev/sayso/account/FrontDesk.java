package dev.sayso.account;

import dev.sayso.platform.sql.Installation;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.time.Ids;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Gives accounts and keys out, for who has the installation's data at hand: what the command line
 * does, while the server runs or not.
 */
public final class FrontDesk {
    private static final int LONGEST_NAME = 64;

    private final Writer writer;
    private final Readers readers;
    private final Clock clock;
    private final Ids ids;
    private final Keys keys;

    FrontDesk(Writer writer, Readers readers, Clock clock, Ids ids, Keys keys) {
        this.writer = writer;
        this.readers = readers;
        this.clock = clock;
        this.ids = ids;
        this.keys = keys;
    }

    public static FrontDesk of(Installation installation, Clock clock) {
        var random = new SecureRandom();
        var ids = new Ids(clock, random);
        var writer = installation.writer();
        var readers = installation.readers();
        return new FrontDesk(
                writer, readers, clock, ids, new Keys(writer, readers, clock, ids, random));
    }

    /**
     * A new account, which prefers what the local one does.
     *
     * @throws IllegalArgumentException when the name is none, or taken
     */
    public Account add(String name, boolean operator) {
        var trimmed = name.strip();
        if (trimmed.isEmpty()
                || trimmed.length() > LONGEST_NAME
                || trimmed.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "An account's name has 1 to " + LONGEST_NAME + " characters on one line.");
        }
        var id = new AccountId(ids.next());
        return writer.write(
                db -> {
                    if (SqlAccounts.find(db, trimmed).isPresent()) {
                        throw new IllegalArgumentException(
                                "There is an account \""
                                        + trimmed
                                        + "\" already; ./sayso account token NAME gives it another"
                                        + " token.");
                    }
                    var like = SqlAccounts.find(db, SqlAccounts.LOCAL);
                    var account =
                            new Account(
                                    id,
                                    trimmed,
                                    like.map(Account::locale)
                                            .orElse(Locale.forLanguageTag("en-IN")),
                                    like.map(Account::currency).orElse(Currency.getInstance("INR")),
                                    like.map(Account::zone).orElse(ZoneId.of("Asia/Kolkata")));
                    SqlAccounts.insert(db, account, operator, clock.instant());
                    return account;
                });
    }

    /** An account with the token that it was given. */
    public record Admitted(Account account, Secret token) {}

    /**
     * Accounts of all these names, each with a token, or none of them; a hundred at a time is
     * enough, since requests wait meanwhile.
     *
     * @throws IllegalArgumentException when a name is none, or taken
     */
    public List<Admitted> admit(List<String> names, boolean operator, @Nullable LocalDate until) {
        return writer.write(
                _ ->
                        names.stream()
                                .map(name -> add(name, operator))
                                .map(account -> new Admitted(account, token(account, until)))
                                .toList());
    }

    public List<Member> members() {
        return readers.read(SqlAccounts::all);
    }

    public Optional<Account> find(String name) {
        return readers.read(db -> SqlAccounts.find(db, name.strip()));
    }

    /** The account of who runs the installation; there once the server has started. */
    public Optional<Account> findLocal() {
        return find(SqlAccounts.LOCAL);
    }

    /**
     * A token for programs.
     *
     * @param until the last day on which it opens, where the account lives; null: no end
     */
    public Secret token(Account account, @Nullable LocalDate until) {
        return keys.token(
                account.id(),
                until == null ? null : until.plusDays(1).atStartOfDay(account.zone()).toInstant());
    }

    public Keys keys() {
        return keys;
    }
}

package dev.sayso.help;

import dev.sayso.help.tree.Act;
import dev.sayso.help.tree.Vocabulary;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The facts and actions that modules offer. Whatever one of them does, help goes on: a fact that
 * hangs or throws is unknown, an action that throws failed and one that hangs timed out.
 */
@Component
final class Offers implements SmartInitializingSingleton, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Offers.class);

    private final Map<String, Fact> facts;
    private final Map<String, Action> actions;
    private final Host host;
    private final HelpSettings settings;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, CompletableFuture<Boolean>> running = new ConcurrentHashMap<>();

    Offers(List<Fact> facts, List<Action> actions, Host host, HelpSettings settings) {
        this.settings = settings;
        this.host = host;
        this.facts = facts.stream().collect(Collectors.toMap(Fact::name, Function.identity()));
        this.actions =
                actions.stream().collect(Collectors.toMap(Action::name, Function.identity()));
    }

    /** Asks the host for the first time; nobody waits for it. */
    @Override
    public void afterSingletonsInstantiated() {
        if (host.isThere()) {
            threads.execute(host::ask);
        }
    }

    /** What a tree may use now, the host's own included, which is asked anew. */
    Vocabulary vocabulary() {
        var offered = host.ask();
        return ShippedHelp.vocabulary().and(offered.facts(), offered.actions());
    }

    /** The facts of free text: read when help begins, for its texts and actions. */
    List<String> freeTexts() {
        return facts.values().stream()
                .filter(fact -> fact.values().isEmpty())
                .map(Fact::name)
                .toList();
    }

    Optional<String> read(String name, HelpCase help) {
        var fact = facts.get(name);
        if (fact == null && !host.isThere()) {
            return Optional.empty();
        }
        var reading =
                CompletableFuture.supplyAsync(
                        () -> fact == null ? host.read(name, help) : fact.read(help), threads);
        try {
            return reading.get(settings.factLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            log.warn("the fact {} could not be read: {}", name, reason(failed));
            return Optional.empty();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * Runs the action, or joins it where it runs already under the same key.
     *
     * @param late is told how it ended, when it ended after the limit
     */
    Act.Result run(String name, HelpCase help, String key, Consumer<Boolean> late) {
        var action = actions.get(name);
        if (action == null && !host.isThere()) {
            return Act.Result.FAILURE;
        }
        var mine = new CompletableFuture<Boolean>();
        var other = running.putIfAbsent(key, mine);
        var run = other == null ? mine : other;
        if (other == null) {
            threads.execute(
                    () -> {
                        try {
                            mine.complete(
                                    action == null
                                            ? host.run(name, help, key)
                                            : action.run(help, key));
                        } catch (RuntimeException failed) {
                            mine.completeExceptionally(failed);
                        } finally {
                            running.remove(key, mine);
                        }
                    });
        }
        try {
            return run.get(settings.actionLimit().toMillis(), TimeUnit.MILLISECONDS)
                    ? Act.Result.SUCCESS
                    : Act.Result.FAILURE;
        } catch (ExecutionException failed) {
            log.warn("the action {} failed: {}", name, reason(failed));
            return Act.Result.FAILURE;
        } catch (TimeoutException hanging) {
            if (other == null) {
                run.whenComplete((succeeded, _) -> late.accept(Boolean.TRUE.equals(succeeded)));
            }
            return Act.Result.TIMEOUT;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Act.Result.TIMEOUT;
        }
    }

    /** The kind of it only: its text may quote what a person wrote. */
    private static String reason(Exception failed) {
        var cause = failed.getCause();
        return (cause == null ? failed : cause).getClass().getSimpleName();
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}

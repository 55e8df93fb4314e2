package dev.sayso.platform.sql;

import java.util.List;

/**
 * Units that ran together, by the number that they left in {@code commits}; their callers are
 * answered once it is known to be durable.
 */
record Group(long number, List<Runnable> answers) {
    void answer() {
        answers.forEach(Runnable::run);
    }
}

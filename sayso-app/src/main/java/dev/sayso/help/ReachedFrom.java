package dev.sayso.help;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/** From where the person came when help began: some things work only on the machine itself. */
@Component
final class ReachedFrom implements Fact {
    @Override
    public String name() {
        return "reached_from";
    }

    @Override
    public List<String> values() {
        return List.of("this_machine", "other_device");
    }

    @Override
    public Optional<String> read(HelpCase help) {
        return Optional.ofNullable(help.context().get(name()));
    }
}

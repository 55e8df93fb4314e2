package dev.sayso.help;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;

import dev.sayso.help.figures.HelpEvent;
import dev.sayso.help.tree.Passed;
import dev.sayso.help.tree.State;
import dev.sayso.help.tree.TreeFiles;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Sessions and their events as the tables keep them. */
final class HelpJson {
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final JsonMapper MAPPER = mapper();

    private HelpJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    private static JsonMapper mapper() {
        var builder =
                JsonMapper.builder()
                        .addMixIn(HelpEvent.What.class, Typed.class)
                        .addMixIn(Passed.class, Typed.class)
                        // what a record computes is not what it is made of
                        .changeDefaultVisibility(
                                all ->
                                        all.withVisibility(
                                                PropertyAccessor.IS_GETTER,
                                                JsonAutoDetect.Visibility.NONE));
        for (var kind : HelpEvent.class.getDeclaredClasses()) {
            if (kind.isRecord()) {
                builder.registerSubtypes(new NamedType(kind, wire(kind)));
            }
        }
        for (var kind : Passed.class.getDeclaredClasses()) {
            builder.registerSubtypes(new NamedType(kind, wire(kind)));
        }
        return builder.build();
    }

    /** {@code went_back} for {@code WentBack}. */
    private static String wire(Class<?> kind) {
        return HUMP.matcher(kind.getSimpleName()).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    static String write(State state) {
        return MAPPER.writeValueAsString(state);
    }

    static State readState(String json) {
        return MAPPER.readValue(json, State.class);
    }

    static String write(HelpEvent.What what) {
        return MAPPER.writerFor(HelpEvent.What.class).writeValueAsString(what);
    }

    static HelpEvent.What readWhat(String json) {
        return MAPPER.readValue(json, HelpEvent.What.class);
    }

    static String write(HelpEvent event) {
        var json = new LinkedHashMap<String, Object>();
        // the session's id opens it; who reads the log needs to tell sessions apart only
        json.put("session", event.session().substring(0, event.session().length() / 2));
        json.put("at", event.at().toString());
        json.put("what", MAPPER.readTree(write(event.what())));
        return MAPPER.writeValueAsString(json);
    }

    static String write(Map<String, ?> members) {
        return MAPPER.writeValueAsString(members);
    }

    static String write(TreeFiles files) {
        return MAPPER.writeValueAsString(files);
    }

    static TreeFiles readFiles(String json) {
        return MAPPER.readValue(json, TreeFiles.class);
    }

    static Map<String, String> readContext(String json) {
        return MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
    }
}

package dev.sayso.platform.web;

import dev.sayso.platform.sql.Overloaded;
import dev.sayso.platform.sql.StorageFailed;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The places at the edge of every page, as the modules offer them. */
@Component
public final class Bar {
    private static final Logger log = LoggerFactory.getLogger(Bar.class);
    private static final int COUNTED = 9;

    private final List<BarPlace> places;

    Bar(List<BarPlace> places) {
        this.places = places.stream().sorted(Comparator.comparing(BarPlace::slot)).toList();
    }

    /** As it is for one request, counted when a layout asks for it. */
    List<Place> of(HttpServletRequest request) {
        return places.stream().map(place -> place(place, request)).toList();
    }

    private static Place place(BarPlace place, HttpServletRequest request) {
        int unread = unread(place, request);
        return new Place(
                "place." + place.slot().name().toLowerCase(Locale.ROOT),
                place.path(),
                isAt(place.path(), request.getRequestURI()),
                unread == 0 ? "" : unread > COUNTED ? COUNTED + "+" : Integer.toString(unread));
    }

    private static int unread(BarPlace place, HttpServletRequest request) {
        try {
            return place.unread(request);
        } catch (Overloaded | StorageFailed e) {
            log.warn("the bar goes without a count: {}", e.getMessage());
            return 0;
        }
    }

    private static boolean isAt(String path, String uri) {
        return uri.equals(path) || !path.equals("/") && uri.startsWith(path + "/");
    }

    /**
     * @param key of its name in the message files
     * @param unread the number that stands beside it, or nothing
     */
    public record Place(String key, String path, boolean current, String unread) {}
}

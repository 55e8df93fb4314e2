package dev.sayso.language.internal.event;

import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The pieces that speak of one event. */
final class Group {
    final List<Piece> pieces = new ArrayList<>();
    private Corrections.@Nullable Settled settled;

    private boolean amount;
    private boolean name;
    private int acts;

    Group(Piece first) {
        add(first);
    }

    void add(Piece piece) {
        pieces.add(piece);
        amount |= piece.has(Span.Amount.class);
        name |= piece.has(Span.Name.class);
        acts |= Grouping.acts(piece);
        settled = null;
    }

    boolean hasAmount() {
        return amount;
    }

    boolean hasName() {
        return name;
    }

    /** The acts that its pieces name, as {@link Grouping#acts} numbers them. */
    int acts() {
        return acts;
    }

    /** All spans in order, without those that a correction or a contrast has set aside. */
    List<Span> spans() {
        return settled().spans();
    }

    Corrections.Settled settled() {
        if (settled == null) {
            var all = new ArrayList<Span>(16);
            boolean outside = false;
            for (var piece : pieces) {
                outside |= !piece.aside && piece.isSubject();
            }
            for (var piece : pieces) {
                all.addAll(piece.aside && outside ? piece.besides() : piece.spans);
            }
            settled = Corrections.settle(all);
        }
        return settled;
    }

    boolean has(Class<? extends Span> kind) {
        for (var piece : pieces) {
            if (piece.has(kind)) {
                return true;
            }
        }
        return false;
    }

    boolean has(Tag tag) {
        for (var piece : pieces) {
            if (piece.has(tag)) {
                return true;
            }
        }
        return false;
    }

    @Nullable Span first(Class<? extends Span> kind) {
        for (var span : spans()) {
            if (kind.isInstance(span)) {
                return span;
            }
        }
        return null;
    }
}

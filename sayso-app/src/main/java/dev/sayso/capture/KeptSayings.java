package dev.sayso.capture;

import dev.sayso.account.AccountId;
import dev.sayso.ledger.CaptureId;
import dev.sayso.platform.sql.Readers;
import dev.sayso.subscription.Sayings;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of captures, for whoever shows what they caused. */
@Component
final class KeptSayings implements Sayings {
    /** As many as every database takes in one list. */
    private static final int BATCH = 500;

    private final Readers readers;

    KeptSayings(Readers readers) {
        this.readers = readers;
    }

    @Override
    public Map<CaptureId, Saying> of(AccountId account, Collection<CaptureId> causes) {
        var ids = causes.stream().map(CaptureId::value).distinct().toList();
        var sayings = new HashMap<CaptureId, Saying>();
        for (int i = 0; i < ids.size(); i += BATCH) {
            List<String> batch = ids.subList(i, Math.min(ids.size(), i + BATCH));
            sayings.putAll(readers.read(db -> SqlCaptures.said(db, account, batch)));
        }
        return sayings;
    }
}

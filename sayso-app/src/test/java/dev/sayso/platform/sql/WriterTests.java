package dev.sayso.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;

import dev.sayso.platform.sql.FaultyDataSource.Fault;

import io.micrometer.context.ContextRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** One writer: groups, refusals, groups that break, outcomes that are not known. */
@org.junit.jupiter.api.Timeout(30)
class WriterTests {
    private static final int FULL = 13;
    private static final int IOERR = 10;

    @TempDir private Path folder;
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private HikariDataSource pool;
    private FaultyDataSource database;
    private UnitQueue queue;
    private Writer writer;

    @BeforeEach
    void open() {
        var file = folder.resolve("sayso.db");
        pool = SqliteStore.writer(file);
        Migrations.run(pool, new SqliteDialect(), file.toString());
        database = new FaultyDataSource(pool);
        writer = writer(Duration.ofSeconds(10));
        write(db -> db.sql("CREATE TABLE things (name TEXT PRIMARY KEY)").update());
        database.sent.clear();
    }

    private Writer writer(Duration deadline) {
        return writer(deadline, new SqliteDialect(), Reserve.NONE);
    }

    private Writer writer(Duration deadline, Dialect dialect, Reserve reserve) {
        var told = new WriterMeters(meters);
        queue = new UnitQueue(4_096, System::nanoTime);
        return new Writer(
                dialect,
                database,
                new GroupTransaction(dialect, database, told, Clock.systemUTC(), "tests"),
                queue,
                reserve,
                told,
                new Writer.Limits(64, deadline));
    }

    @AfterEach
    void close() {
        database.heal();
        writer.close();
        pool.close();
        callers.close();
    }

    @Test
    void commitsOnceForAllThatWaited() throws Exception {
        var results = whileTheWriterIsBusy(things(50));

        assertThat(outcomes(results)).containsOnly("done");
        assertThat(database.sent).filteredOn("COMMIT"::equals).hasSize(2);
        assertThat(rows()).isEqualTo(50);
    }

    @Test
    void takesAtMostSixtyFourAtOnce() throws Exception {
        whileTheWriterIsBusy(things(65));

        assertThat(database.sent).filteredOn("COMMIT"::equals).hasSize(3);
        assertThat(rows()).isEqualTo(65);
    }

    @Test
    void aRefusalHarmsNoOther() throws Exception {
        var units = new ArrayList<>(things(45));
        IntStream.range(0, 5)
                .forEach(
                        i ->
                                units.add(
                                        i * 9,
                                        db -> {
                                            insert(db, "refused " + i);
                                            throw new IllegalArgumentException("rule " + i);
                                        }));

        var results = whileTheWriterIsBusy(units);

        assertThat(outcomes(results)).filteredOn("done"::equals).hasSize(45);
        assertThat(outcomes(results)).contains("rule 0", "rule 1", "rule 2", "rule 3", "rule 4");
        assertThat(database.sent).filteredOn("COMMIT"::equals).hasSize(2);
        assertThat(rows()).isEqualTo(45);
    }

    /** The control: what a refused unit wrote would stay, and be committed with the others. */
    @Test
    void withoutSavepointsARefusalWouldLeaveItsRows() throws Exception {
        var busy = busy();
        database.breaks(
                (sql, send) -> {
                    if (!sql.contains("SAVEPOINT")) {
                        send.run();
                    }
                });
        var units = new ArrayList<>(things(9));
        units.add(
                db -> {
                    insert(db, "refused");
                    throw new IllegalArgumentException("rule");
                });

        var results = whileTheWriterIsBusy(busy, units);

        assertThat(outcomes(results)).containsOnlyOnce("rule");
        assertThat(rows()).isEqualTo(10);
    }

    @Test
    void aBrokenRuleOfTheTablesHarmsNoOther() throws Exception {
        write(db -> insert(db, "thing 3"));

        var results = whileTheWriterIsBusy(things(10));

        assertThat(outcomes(results)).filteredOn("done"::equals).hasSize(9);
        assertThat(rows()).isEqualTo(10);
    }

    @Test
    void answersNobodyBeforeTheCommitReturned() throws Exception {
        var atCommit = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        database.breaks(
                (sql, send) -> {
                    if (sql.equals("COMMIT")) {
                        atCommit.countDown();
                        await(goOn);
                    }
                    send.run();
                });

        var result = submit(db -> insert(db, "thing"));
        atCommit.await();

        assertThat(result.isDone()).isFalse();
        goOn.countDown();
        assertThat(outcome(result)).isEqualTo("done");
    }

    @Test
    void aWriteInAWriteIsPartOfIt() {
        assertThatThrownBy(
                        () ->
                                write(
                                        db -> {
                                            insert(db, "outer");
                                            writer.write(inner -> insert(inner, "inner"));
                                            throw new IllegalArgumentException("no");
                                        }))
                .hasMessage("no");

        assertThat(rows()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"SAVEPOINT", "RELEASE", "COMMIT"})
    void aGroupThatBrokeForWantOfRoomRunsAgainOneByOne(String at) throws Exception {
        var busy = busy();
        breakTheNextGroup(at, error(FULL), false);
        var units = new ArrayList<>(things(20));
        units.add( // because of it there are savepoints at all
                db -> {
                    throw new IllegalArgumentException("no");
                });

        var results = whileTheWriterIsBusy(busy, units);

        assertThat(outcomes(results.subList(0, 20))).containsOnly("done");
        assertThat(outcome(results.getLast())).isEqualTo("no");
        assertThat(rows()).isEqualTo(20);
        assertThat(meters.get("sayso.writer.broken").counter().count()).isEqualTo(1);
    }

    /** The control: one unit that found no room would be the failure of all that came with it. */
    @Test
    void withoutTheSecondRunAllOfTheGroupWouldBeRefused() throws Exception {
        writer.close();
        var neverAgain =
                new SqliteDialect() {
                    @Override
                    public Broken.Fate fate(SQLException error) {
                        var fate = super.fate(error);
                        return fate == Broken.Fate.AGAIN ? Broken.Fate.REFUSED : fate;
                    }
                };
        writer = writer(Duration.ofSeconds(10), neverAgain, Reserve.NONE);
        var busy = busy();
        breakTheNextGroup("COMMIT", error(FULL), false);

        var results = whileTheWriterIsBusy(busy, things(20));

        assertThat(outcomes(results)).allMatch(it -> it.startsWith("the disk is full"));
        assertThat(rows()).isZero();
    }

    @Test
    void writesOnAFullDiskInTheRoomThatIsKept() throws Exception {
        writer.close();
        var nanos = new AtomicLong();
        var file = folder.resolve("reserve");
        var reserve = ReserveFile.open(file, new SplittableRandom(1), nanos::get);
        writer = writer(Duration.ofSeconds(10), new SqliteDialect(), reserve);
        // full until two pieces are given back
        database.breaks(
                (sql, send) -> {
                    if (sql.equals("COMMIT") && pieces(file) > ReserveFile.PIECES - 2) {
                        throw error(FULL);
                    }
                    send.run();
                });

        assertThat(outcome(submit(db -> insert(db, "first")))).startsWith("the disk is full");
        assertThat(pieces(file)).isEqualTo(ReserveFile.PIECES);
        assertThat(writer.<Integer>writeEvenIfFull(db -> insert(db, "taken back"))).isEqualTo(1);
        assertThat(pieces(file)).isEqualTo(ReserveFile.PIECES - 2);

        // there would be room for it now, but it is kept
        assertThat(outcome(submit(db -> insert(db, "second")))).startsWith("the disk is full");
        assertThat(writer.isHealthy()).isTrue();

        nanos.addAndGet(ReserveFile.BETWEEN_LOOKS.toNanos());
        database.heal(); // and the disk has room again
        assertThat(outcome(submit(db -> insert(db, "third")))).isEqualTo("done");
        assertThat(pieces(file)).isEqualTo(ReserveFile.PIECES);
        assertThat(rows()).isEqualTo(2);
    }

    /** The control. */
    @Test
    void withoutRoomThatIsKeptNothingIsTakenBackOnAFullDisk() {
        database.breaks(
                (sql, send) -> {
                    if (sql.equals("COMMIT")) {
                        throw error(FULL);
                    }
                    send.run();
                });

        assertThatThrownBy(() -> writer.writeEvenIfFull(db -> insert(db, "taken back")))
                .isInstanceOf(StorageFailed.class);
    }

    private static long pieces(Path reserve) {
        try {
            return Files.size(reserve) / ReserveFile.PIECE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tellsThatTheDiskIsFullAndGoesOnWhenThereIsRoom() {
        write(db -> db.sql("PRAGMA max_page_count = 1").query(Long.class).single());
        var text = "x".repeat(200_000);

        assertThatThrownBy(() -> write(db -> insert(db, text)))
                .isInstanceOfSatisfying(StorageFailed.class, e -> assertThat(e.isFull()).isTrue())
                .hasMessageContaining("the disk is full");
        assertThat(rows()).isZero();
        assertThat(writer.isHealthy()).isTrue();

        write(db -> db.sql("PRAGMA max_page_count = 100000").query(Long.class).single());
        write(db -> insert(db, text));
        assertThat(rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"true, 20, done", "false, 0, the disk failed"})
    void looksWhetherACommitWithoutAnswerWasCarriedOut(boolean done, int rows, String told)
            throws Exception {
        var busy = busy();
        breakTheNextGroup("COMMIT", error(IOERR), done);

        var results = whileTheWriterIsBusy(busy, things(20));

        assertThat(outcomes(results)).allMatch(it -> it.startsWith(told));
        assertThat(rows()).isEqualTo(rows);
        assertThat(writer.isHealthy()).isTrue();
        assertThat(outcome(submit(db -> insert(db, "later")))).isEqualTo("done");
    }

    @Test
    void writesNothingUntilTheStoreOpensAgain() throws Exception {
        database.breaks(
                (_, _) -> {
                    throw error(IOERR);
                });
        assertThat(outcome(submit(db -> insert(db, "lost")))).startsWith("the disk failed");

        database.heal();
        org.awaitility.Awaitility.await().until(writer::isHealthy);
        assertThat(outcome(submit(db -> insert(db, "later")))).isEqualTo("done");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void answersByTheDeadlineWhateverTheDatabaseDoes() {
        writer.close();
        writer = writer(Duration.ofMillis(1_200));
        var goOn = new CountDownLatch(1);
        database.breaks(
                (sql, send) -> {
                    if (sql.equals("COMMIT")) {
                        await(goOn);
                    }
                    send.run();
                });

        assertThatThrownBy(() -> write(db -> insert(db, "thing")))
                .isInstanceOf(OutcomeUnknown.class);
        // one that the writer never took is not unknown: it was not written
        assertThatThrownBy(() -> write(db -> insert(db, "other"))).isInstanceOf(Overloaded.class);

        goOn.countDown();
        assertThat(outcome(submit(db -> insert(db, "later")))).isEqualTo("done");
        assertThat(rows()).isEqualTo(2);
    }

    /** The control: a caller would wait as long as the database does. */
    @Test
    void withoutADeadlineNobodyWouldBeAnswered() throws Exception {
        writer.close();
        writer = writer(Duration.ofDays(1));
        var goOn = new CountDownLatch(1);
        database.breaks(
                (sql, send) -> {
                    if (sql.equals("COMMIT")) {
                        await(goOn);
                    }
                    send.run();
                });
        var result = submit(db -> insert(db, "thing"));

        assertThatThrownBy(() -> result.get(1_500, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        goOn.countDown();
        assertThat(outcome(result)).isEqualTo("done");
    }

    @Test
    void requestsGoBeforeBackground() throws Exception {
        var order = new ArrayList<String>();
        var goOn = busy();
        var background =
                callers.submit(() -> writer.writeInBackground(_ -> order.add("background")));
        awaitSize(1);
        var request = submit(_ -> order.add("request"));
        awaitSize(2);
        goOn.countDown();

        assertThat(List.of(outcome(request), outcome(background))).containsOnly("done");
        assertThat(order).containsExactly("request", "background");
    }

    @Test
    void writesWhatWaitsBeforeItCloses() throws Exception {
        var goOn = busy();
        var results = things(30).stream().map(this::submit).toList();
        awaitSize(30);
        var closing = callers.submit(writer::close);
        goOn.countDown();
        closing.get();

        assertThat(outcomes(results)).containsOnly("done");
        assertThatThrownBy(() -> write(db -> insert(db, "late"))).isInstanceOf(Overloaded.class);
    }

    @Test
    void carriesTheLogKeysOfEachCaller() throws Exception {
        var seen = new ArrayList<String>();
        var goOn = busy();
        var results =
                IntStream.range(0, 3)
                        .mapToObj(
                                i ->
                                        callers.submit(
                                                () -> {
                                                    MDC.put("capture_id", "capture " + i);
                                                    return writer.write(
                                                            _ -> seen.add(MDC.get("capture_id")));
                                                }))
                        .toList();
        awaitSize(3);
        goOn.countDown();
        for (var result : results) {
            result.get();
        }

        assertThat(seen).containsExactlyInAnyOrder("capture 0", "capture 1", "capture 2");
    }

    @Test
    void carriesTheObservationOfEachCallerAndLeavesNoneBehind() throws Exception {
        var observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(_ -> true);
        var accessor = new ObservationThreadLocalAccessor(observations);
        ContextRegistry.getInstance().registerThreadLocalAccessor(accessor);
        var seen = new ArrayList<String>();
        var goOn = busy();
        var results = new ArrayList<Future<?>>();
        for (int i = 0; i < 3; i++) {
            var name = "request " + i;
            results.add(
                    callers.submit(
                            () ->
                                    Observation.createNotStarted(name, observations)
                                            .observe(
                                                    () ->
                                                            writer.write(
                                                                    _ ->
                                                                            seen.add(
                                                                                    name(
                                                                                            observations))))));
            awaitSize(2 * i + 1);
            results.add(submit(_ -> seen.add(name(observations)))); // outside of any
            awaitSize(2 * i + 2);
        }
        goOn.countDown();

        assertThat(outcomes(results)).containsOnly("done");
        assertThat(seen)
                .containsExactly("request 0", "none", "request 1", "none", "request 2", "none");
    }

    private static String name(ObservationRegistry observations) {
        var current = observations.getCurrentObservation();
        return current == null ? "none" : current.getContext().getName();
    }

    private List<Future<?>> whileTheWriterIsBusy(List<Unit<?>> units) throws Exception {
        return whileTheWriterIsBusy(busy(), units);
    }

    private List<Future<?>> whileTheWriterIsBusy(CountDownLatch goOn, List<Unit<?>> units)
            throws Exception {
        var results = new ArrayList<Future<?>>();
        for (var unit : units) {
            results.add(submit(unit));
        }
        awaitSize(units.size());
        goOn.countDown();
        for (var result : results) {
            outcome(result);
        }
        return results;
    }

    /** The writer runs a unit until the latch is counted down. */
    private CountDownLatch busy() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        submit(
                _ -> {
                    begun.countDown();
                    await(goOn);
                    return true;
                });
        begun.await();
        return goOn;
    }

    /** Once what keeps the writer busy is committed. */
    private void breakTheNextGroup(String at, SQLException error, boolean done) {
        database.breaks(
                (sql, send) -> {
                    send.run();
                    if (sql.equals("COMMIT")) {
                        database.breaks(Fault.once(database, at, error, done));
                    }
                });
    }

    private void awaitSize(int size) {
        org.awaitility.Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .until(() -> queue.size() == size);
    }

    private static List<Unit<?>> things(int count) {
        return IntStream.range(0, count)
                .<Unit<?>>mapToObj(i -> db -> insert(db, "thing " + i))
                .toList();
    }

    private static int insert(org.springframework.jdbc.core.simple.JdbcClient db, String name) {
        return db.sql("INSERT INTO things (name) VALUES (:name)").param("name", name).update();
    }

    private <T> T write(Unit<T> unit) {
        return writer.write(unit);
    }

    private Future<?> submit(Unit<?> unit) {
        return callers.submit(() -> writer.write(unit));
    }

    private int rows() {
        return write(db -> db.sql("SELECT count(*) FROM things").query(Integer.class).single());
    }

    private static List<String> outcomes(List<Future<?>> results) {
        return results.stream().map(WriterTests::outcome).toList();
    }

    private static String outcome(Future<?> result) {
        try {
            result.get(20, TimeUnit.SECONDS);
            return "done";
        } catch (ExecutionException e) {
            return String.valueOf(e.getCause().getMessage());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static SQLException error(int code) {
        return new SQLException("injected", "", code);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

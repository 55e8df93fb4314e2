package dev.sayso.faults;

import dev.sayso.faults.Recording.Op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What may be on a disk after a power cut: all that was flushed, and of the rest any part, also of
 * a single write, by sectors.
 */
final class Disk {
    private static final int SECTOR = 512;

    private final Map<String, Content> files = new HashMap<>();

    /** Before the recording. */
    void put(String file, byte[] content) {
        var it = new Content();
        it.bytes = content.clone();
        it.length = content.length;
        files.put(file, it);
    }

    /** Carries out what began before the cut; a flush counts when it had returned by then. */
    void run(List<Op> ops, double cut) {
        for (var op : ops) {
            if (op.began() >= cut) {
                return;
            }
            if (op.failed()) {
                continue;
            }
            var file = files.computeIfAbsent(op.file(), _ -> new Content());
            if (!op.isFlush()) {
                file.pending.add(op);
            } else if (op.ended() <= cut) {
                file.flush(op);
            }
        }
    }

    /** The files as they may be found. */
    Map<String, byte[]> afterTheCut(Random random) {
        var found = new HashMap<String, byte[]>();
        files.forEach(
                (name, file) -> {
                    for (var op : file.pending) {
                        switch (random.nextInt(4)) {
                            case 0, 1 -> file.apply(op);
                            case 2 -> file.applyInPart(op, random);
                            default -> {
                                // it never reached the disk
                            }
                        }
                    }
                    if (!file.gone) {
                        found.put(name, Arrays.copyOf(file.bytes, file.length));
                    }
                });
        return found;
    }

    private static final class Content {
        final List<Op> pending = new ArrayList<>();
        byte[] bytes = {};
        int length;
        boolean gone;

        void flush(Op flush) {
            var rest = new ArrayList<Op>();
            for (var op : pending) {
                if (op.precedes(flush)) {
                    apply(op);
                } else {
                    rest.add(op);
                }
            }
            pending.clear();
            pending.addAll(rest);
        }

        void apply(Op op) {
            switch (op.call()) {
                case PWRITE64 -> write(op.at(), op.data(), 0, op.data().length);
                case FTRUNCATE -> {
                    grow((int) op.at());
                    Arrays.fill(bytes, (int) op.at(), Math.max(length, (int) op.at()), (byte) 0);
                    length = (int) op.at();
                }
                case UNLINK -> {
                    gone = true;
                    bytes = new byte[0];
                    length = 0;
                }
                default -> {
                    // changes no content
                }
            }
        }

        void applyInPart(Op op, Random random) {
            if (op.call() != Recording.Call.PWRITE64) {
                return;
            }
            long end = op.at() + op.data().length;
            for (long at = op.at(); at < end; ) {
                long next = Math.min(end, (at / SECTOR + 1) * SECTOR);
                if (random.nextBoolean()) {
                    write(at, op.data(), (int) (at - op.at()), (int) (next - at));
                }
                at = next;
            }
        }

        private void write(long at, byte[] data, int from, int count) {
            gone = false;
            grow((int) at + count);
            System.arraycopy(data, from, bytes, (int) at, count);
            length = Math.max(length, (int) at + count);
        }

        private void grow(int size) {
            if (size > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(size, 2 * bytes.length));
            }
        }
    }
}

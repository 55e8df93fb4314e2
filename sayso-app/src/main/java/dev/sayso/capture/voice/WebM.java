package dev.sayso.capture.voice;

/**
 * Reads Opus out of WebM (RFC 8794 and RFC 9559): the first track that holds it. Segments and
 * clusters of unknown length, which recorders write, are gone into like all others.
 */
final class WebM {
    private static final int SEGMENT = 0x18538067;
    private static final int TRACKS = 0x1654AE6B;
    private static final int TRACK = 0xAE;
    private static final int TRACK_NUMBER = 0xD7;
    private static final int CODEC = 0x86;
    private static final int CODEC_PRIVATE = 0x63A2;
    private static final int CLUSTER = 0x1F43B675;
    private static final int SIMPLE_BLOCK = 0xA3;
    private static final int BLOCK_GROUP = 0xA0;
    private static final int BLOCK = 0xA1;
    private static final int LACED = 0x06;

    private final byte[] file;
    private final OpusSound sound = new OpusSound();
    private int at;
    private long number;
    private long opus;
    private boolean heard;

    private WebM(byte[] file) {
        this.file = file;
    }

    static Clip read(byte[] file) {
        return new WebM(file).read();
    }

    private Clip read() {
        while (at < file.length) {
            int id = (int) vint(false);
            long size = vint(true);
            switch (id) {
                case SEGMENT, TRACKS, TRACK, CLUSTER, BLOCK_GROUP -> {
                    // go into it
                }
                default -> {
                    if (size < 0 || size > file.length - at) {
                        throw UnreadableClip.broken("the WebM file ends within a part");
                    }
                    element(id, (int) size);
                    at += (int) size;
                }
            }
        }
        if (opus == 0) {
            throw UnreadableClip.format(
                    "this WebM file holds another sound than Opus, which is not read here");
        }
        if (!heard) {
            throw UnreadableClip.broken("the WebM file holds no sound");
        }
        return sound.clip();
    }

    private void element(int id, int size) {
        switch (id) {
            case TRACK_NUMBER -> number = number(size);
            case CODEC -> {
                if (opus == 0 && size >= 6 && Clips.begins(file, at, "A_OPUS")) {
                    // a track of number 0 is not allowed, so 0 is none
                    opus = Math.max(1, number);
                }
            }
            case CODEC_PRIVATE -> sound.head(file, at, size);
            case SIMPLE_BLOCK, BLOCK -> block(size);
            default -> {
                // its place in time, its size, who wrote it
            }
        }
    }

    private long number(int size) {
        long value = 0;
        for (int i = 0; i < Math.min(size, 8); i++) {
            value = value << 8 | file[at + i] & 0xff;
        }
        return value;
    }

    private void block(int size) {
        int begin = at;
        long track = vint(true);
        int header = at - begin + 3;
        if (size > header && track == opus) {
            if ((file[at + 2] & LACED) != 0) {
                throw UnreadableClip.format("this WebM file packs its sound in laces");
            }
            sound.packet(file, begin + header, size - header);
            heard = true;
        }
        at = begin;
    }

    /**
     * A number of variable length.
     *
     * @param value whether its marker is taken off; ids keep theirs
     * @return −1 for an unknown length
     */
    private long vint(boolean value) {
        if (at >= file.length || file[at] == 0) {
            throw UnreadableClip.broken("the WebM file is damaged");
        }
        int length = Integer.numberOfLeadingZeros(file[at] & 0xff) - 24 + 1;
        if (at + length > file.length || !value && length > 4) {
            throw UnreadableClip.broken("the WebM file is damaged");
        }
        long number = value ? file[at] & (0xff >> length) : file[at] & 0xff;
        boolean ones = value && number == (0xff >> length);
        for (int i = 1; i < length; i++) {
            number = number << 8 | file[at + i] & 0xff;
            ones &= file[at + i] == (byte) 0xff;
        }
        at += length;
        return ones ? -1 : number;
    }
}

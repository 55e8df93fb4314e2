package dev.sayso.capture.voice;

import java.io.ByteArrayOutputStream;

/** Reads Opus out of Ogg (RFC 3533, RFC 7845): its first stream. */
final class Ogg {
    private static final int HEADER = 27;

    private final byte[] file;
    private final OpusSound sound = new OpusSound();
    private final ByteArrayOutputStream packet = new ByteArrayOutputStream();
    private int packets;

    private Ogg(byte[] file) {
        this.file = file;
    }

    static Clip read(byte[] file) {
        return new Ogg(file).read();
    }

    private Clip read() {
        int at = 0;
        int stream = 0;
        while (at + HEADER <= file.length) {
            if (!Clips.begins(file, at, "OggS")) {
                throw UnreadableClip.broken("the Ogg file is damaged");
            }
            int segments = file[at + 26] & 0xff;
            int body = at + HEADER + segments;
            if (body > file.length) {
                break;
            }
            int serial = serial(at);
            if (at == 0) {
                stream = serial;
            }
            at = serial == stream ? page(at + HEADER, segments, body) : skip(at, segments, body);
        }
        if (packets < 3) {
            throw UnreadableClip.broken("the Ogg file holds no sound");
        }
        return sound.clip();
    }

    private int serial(int page) {
        return (file[page + 14] & 0xff)
                | (file[page + 15] & 0xff) << 8
                | (file[page + 16] & 0xff) << 16
                | (file[page + 17] & 0xff) << 24;
    }

    private int skip(int page, int segments, int body) {
        int at = body;
        for (int i = 0; i < segments; i++) {
            at += file[page + HEADER + i] & 0xff;
        }
        return at;
    }

    /** Puts the page's segments together to packets; one of 255 bytes goes on in the next. */
    private int page(int table, int segments, int body) {
        int at = body;
        for (int i = 0; i < segments; i++) {
            int size = file[table + i] & 0xff;
            if (at + size > file.length) {
                throw UnreadableClip.broken("the Ogg file ends within a page");
            }
            packet.write(file, at, size);
            at += size;
            if (size < 255) {
                packet(packet.toByteArray());
                packet.reset();
            }
        }
        return at;
    }

    private void packet(byte[] bytes) {
        switch (packets++) {
            case 0 -> {
                if (!Clips.begins(bytes, 0, "OpusHead")) {
                    throw UnreadableClip.format(
                            "this Ogg file holds another sound than Opus, which is not read here");
                }
                sound.head(bytes, 0, bytes.length);
            }
            case 1 -> {
                // the tags: who wrote it, and with what
            }
            default -> {
                if (bytes.length > 0) {
                    sound.packet(bytes, 0, bytes.length);
                }
            }
        }
    }
}

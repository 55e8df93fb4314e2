package dev.sayso.capture.voice;

import java.nio.charset.StandardCharsets;

/** Reads a clip from the bytes of a file. The bytes say what it is, not its name or media type. */
public final class Clips {
    private Clips() {}

    /**
     * Reads the clip. Cost: some 10 ms a second of sound; memory: some 10 MB a minute.
     *
     * @throws UnreadableClip for what is no sound of a format that is taken, broken or too long
     */
    public static Clip read(byte[] file) {
        if (file.length == 0) {
            throw UnreadableClip.format("the recording is empty");
        }
        if (begins(file, 0, "RIFF") && begins(file, 8, "WAVE")) {
            return Wav.read(file);
        }
        if (begins(file, 0, "OggS")) {
            return Ogg.read(file);
        }
        if (begins(file, 0, "\u001aE\u00df\u00a3")) {
            return WebM.read(file);
        }
        throw UnreadableClip.format("this is " + other(file));
    }

    private static String other(byte[] file) {
        if (begins(file, 4, "ftyp")) {
            return "an MP4 or M4A file, which is not read here";
        }
        if (begins(file, 0, "ID3")
                || file[0] == (byte) 0xff && (file[1 % file.length] & 0xe0) == 0xe0) {
            return "an MP3 or AAC file, which is not read here";
        }
        if (begins(file, 0, "fLaC")) {
            return "a FLAC file, which is not read here";
        }
        if (begins(file, 0, "#!AMR")) {
            return "an AMR file, which is not read here";
        }
        return "no recording that is known here";
    }

    static boolean begins(byte[] file, int at, String signature) {
        var bytes = signature.getBytes(StandardCharsets.ISO_8859_1);
        if (at + bytes.length > file.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (file[at + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}

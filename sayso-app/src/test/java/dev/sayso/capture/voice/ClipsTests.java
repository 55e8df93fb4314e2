package dev.sayso.capture.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;

/** Files of all kinds, whole and broken. */
class ClipsTests {
    @ParameterizedTest
    @CsvSource({
        "16000, 1, 16, 1",
        "44100, 2, 16, 1",
        "8000, 1, 8, 1",
        "48000, 1, 24, 1",
        "22050, 1, 32, 1",
        "48000, 2, 32, 3"
    })
    void readsWavOfAllRatesAndDepths(int rate, int channels, int bits, int format) {
        var clip = Clips.read(tone(440, rate, channels, bits, format));

        assertThat(clip.samples().length).isCloseTo(Clip.RATE, within(2));
        assertThat(strength(clip, 440)).isGreaterThan(0.3);
        assertThat(strength(clip, 1_000)).isLessThan(0.02);
    }

    /** Not filtered out, 15 kHz would be heard as 1 kHz. */
    @Test
    void hearsNothingOfWhatIsTooHighForIt() {
        var clip = Clips.read(tone(15_000, 48_000, 1, 16, 1));

        assertThat(strength(clip, 1_000)).isLessThan(0.01);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spotify.ogg", "spotify.webm"})
    void readsOpus(String file) throws IOException {
        var clip = Clips.read(resource(file));

        assertThat(clip.samples().length / (double) Clip.RATE).isBetween(1.5, 3.5);
        assertThat(clip.isSilent()).isFalse();
    }

    @Test
    void readsTheSameSoundOutOfBothContainers() throws IOException {
        var ogg = Clips.read(resource("spotify.ogg")).samples();
        var webm = Clips.read(resource("spotify.webm")).samples();

        assertThat(loudness(ogg)).isCloseTo(loudness(webm), withinPercent(10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    4944330300000000        | FORMAT | MP3
                    fffb9064000000000000    | FORMAT | MP3
                    000000206674797069736f6d| FORMAT | MP4
                    664c614300000022        | FORMAT | FLAC
                    2321414d520a3c          | FORMAT | AMR
                    89504e470d0a1a0a        | FORMAT | no recording
                    00                      | FORMAT | no recording
                    52494646000000005741564 | BROKEN | -
                    """)
    void refusesWhatItCannotRead(String hex, UnreadableClip.Why why, String says) {
        var file =
                HexFormat.of()
                        .parseHex(hex.strip().length() % 2 == 0 ? hex.strip() : hex.strip() + "5");
        var refused = catchThrowableOfType(UnreadableClip.class, () -> Clips.read(file));

        assertThat(refused.why()).isEqualTo(why);
        if (why == UnreadableClip.Why.FORMAT) {
            assertThat(refused).hasMessageContaining(says).hasMessageContaining("send WAV");
        }
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(catchThrowableOfType(UnreadableClip.class, () -> Clips.read(new byte[0])))
                .hasMessageContaining("empty");
    }

    @Test
    void refusesAFileThatLiesAboutItsLength() {
        var file = tone(440, 16_000, 1, 16, 1);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(40, 1_000_000);

        assertThat(catchThrowableOfType(UnreadableClip.class, () -> Clips.read(file)))
                .hasMessageContaining("says that it holds 1000000 bytes of sound and has 32000");
    }

    @Test
    void readsAFileThatDidNotKnowItsLengthWhenItBegan() {
        var file = tone(440, 16_000, 1, 16, 1);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(40, -1);

        assertThat(Clips.read(file).samples()).hasSize(16_000);
    }

    @Test
    void refusesMoreThanAMinute() {
        var samples = new byte[44 + 2 * 61 * 8_000];
        System.arraycopy(header(8_000, 1, 16, 1, samples.length - 44), 0, samples, 0, 44);

        assertThat(catchThrowableOfType(UnreadableClip.class, () -> Clips.read(samples)).why())
                .isEqualTo(UnreadableClip.Why.LENGTH);
    }

    /** Cut anywhere, or with any byte changed, a file is read or refused with a sentence. */
    @ParameterizedTest
    @ValueSource(strings = {"spotify.ogg", "spotify.webm", "tone.wav"})
    void neverFailsOtherwise(String name) throws IOException {
        var whole = name.equals("tone.wav") ? tone(440, 8_000, 1, 16, 1) : resource(name);
        var random = new Random(3);
        for (int i = 0; i < 150; i++) {
            var broken = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int n = random.nextInt(4); n > 0; n--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            try {
                Clips.read(broken);
            } catch (UnreadableClip e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void knowsSilence() {
        assertThat(new Clip(new short[32_000]).isSilent()).isTrue();
        assertThat(Clips.read(tone(440, 16_000, 1, 16, 1)).isSilent()).isFalse();
    }

    static byte[] resource(String file) throws IOException {
        try (var in = ClipsTests.class.getResourceAsStream("/voice/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }

    /** A second of one tone, at half of full scale. */
    static byte[] tone(int hertz, int rate, int channels, int bits, int format) {
        int bytes = channels * bits / 8;
        var file = ByteBuffer.allocate(44 + rate * bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put(header(rate, channels, bits, format, rate * bytes));
        for (int i = 0; i < rate; i++) {
            double value = 0.5 * Math.sin(2 * Math.PI * hertz * i / rate);
            for (int channel = 0; channel < channels; channel++) {
                switch (bits) {
                    case 8 -> file.put((byte) (128 + 127 * value));
                    case 16 -> file.putShort((short) (32_767 * value));
                    case 24 -> {
                        int whole = (int) (8_388_607 * value);
                        file.put((byte) whole).put((byte) (whole >> 8)).put((byte) (whole >> 16));
                    }
                    default -> {
                        if (format == 3) {
                            file.putFloat((float) value);
                        } else {
                            file.putInt((int) (2_147_483_647 * value));
                        }
                    }
                }
            }
        }
        return file.array();
    }

    private static byte[] header(int rate, int channels, int bits, int format, int size) {
        int frame = channels * bits / 8;
        return ByteBuffer.allocate(44)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(36 + size)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) format)
                .putShort((short) channels)
                .putInt(rate)
                .putInt(rate * frame)
                .putShort((short) frame)
                .putShort((short) bits)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(size)
                .array();
    }

    /** How much of a tone is in it, from 0 to 1 (Goertzel, 1958). */
    private static double strength(Clip clip, int hertz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / Clip.RATE);
        double before = 0;
        double last = 0;
        for (short sample : clip.samples()) {
            double next = sample / 32_768.0 + coefficient * last - before;
            before = last;
            last = next;
        }
        double power = before * before + last * last - coefficient * before * last;
        return 2 * Math.sqrt(Math.max(0, power)) / clip.samples().length;
    }

    private static double loudness(short[] samples) {
        double sum = 0;
        for (short sample : samples) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum);
    }

    private static org.assertj.core.data.Offset<Integer> within(int samples) {
        return org.assertj.core.data.Offset.offset(samples);
    }

    private static org.assertj.core.data.Percentage withinPercent(double percent) {
        return org.assertj.core.data.Percentage.withPercentage(percent);
    }
}

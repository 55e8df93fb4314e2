package dev.sayso.capture.voice;

/**
 * Brings sound to 16,000 samples a second by a windowed sinc (A. V. Oppenheim and R. W. Schafer,
 * Discrete-Time Signal Processing, 4.6 and 7.5): what lies above the new half rate is filtered out
 * first, or it would be heard as something else.
 */
final class Resampling {
    /** Zero crossings of the sinc on each side. */
    private static final int CROSSINGS = 12;

    private Resampling() {}

    /**
     * @param sound from −1 to 1; what is louder is cut
     */
    static Clip to16k(float[] sound, int rate) {
        if (rate == Clip.RATE) {
            var samples = new short[sound.length];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = sample(sound[i]);
            }
            return new Clip(samples);
        }
        double step = (double) rate / Clip.RATE;
        double cutoff = Math.min(1, 1 / step) * 0.95;
        int reach = (int) Math.ceil(CROSSINGS / cutoff);
        var samples = new short[(int) (sound.length / step)];
        for (int i = 0; i < samples.length; i++) {
            double at = i * step;
            int first = Math.max(0, (int) Math.ceil(at - reach));
            int last = Math.min(sound.length - 1, (int) Math.floor(at + reach));
            double sum = 0;
            for (int k = first; k <= last; k++) {
                double x = k - at;
                sum += sound[k] * cutoff * sinc(cutoff * x) * hann(x / reach);
            }
            samples[i] = sample(sum);
        }
        return new Clip(samples);
    }

    private static double sinc(double x) {
        return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double hann(double x) {
        return 0.5 + 0.5 * Math.cos(Math.PI * x);
    }

    private static short sample(double value) {
        return (short) Math.clamp(Math.round(value * 32_767), -32_768, 32_767);
    }
}

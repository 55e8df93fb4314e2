package dev.sayso.event;

import java.math.BigDecimal;
import java.math.MathContext;

/** What of a price is one's own, where others pay the rest: a part of it, or an amount. */
public sealed interface Share {
    /** So many parts of so many: {@code 1/4}. */
    record Part(int part, int of) implements Share {
        private static final int MOST = 100;

        public Part {
            if (part < 0 || of < 1 || part > of || of > MOST) {
                throw new IllegalArgumentException(
                        "my_share \"" + part + "/" + of + "\" is not a part; give one such as 1/4");
            }
        }

        @Override
        public BigDecimal of(BigDecimal price) {
            return price.multiply(BigDecimal.valueOf(part))
                    .divide(BigDecimal.valueOf(of), MathContext.DECIMAL64);
        }

        @Override
        public String toString() {
            return part + "/" + of;
        }
    }

    /** An amount in the currency of the price; never more than that. */
    record Amount(BigDecimal amount) implements Share {
        public Amount {
            amount = Money.normal(amount);
        }

        @Override
        public BigDecimal of(BigDecimal price) {
            return amount.min(price);
        }

        @Override
        public String toString() {
            return amount.toPlainString();
        }
    }

    /** What of the price is one's own. */
    BigDecimal of(BigDecimal price);

    /**
     * Reads {@code 1/4} or {@code 125}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static Share parse(String text) {
        var parts = text.strip().split("/", -1);
        try {
            return parts.length == 2
                    ? new Part(
                            Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()))
                    : new Amount((BigDecimal) Field.COST.parse(text.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "my_share is neither a part such as 1/4 nor an amount such as 125", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "my_share is neither a part such as 1/4 nor an amount such as 125; "
                            + e.getMessage(),
                    e);
        }
    }
}

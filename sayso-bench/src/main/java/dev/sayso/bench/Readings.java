package dev.sayso.bench;

import dev.sayso.language.Message;
import dev.sayso.language.Outcome;
import dev.sayso.language.Parser;
import dev.sayso.language.Source;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** What is measured of the parser: one message an operation, in turn. */
@State(Scope.Thread)
public class Readings {
    static final List<String> TYPED =
            List.of(
                    "Netflix ₹649 monthly",
                    "spotify 119 pm",
                    "Prime 1499 yearly, renews on 3 April",
                    "cancel Hotstar",
                    "rent 25k per month due on the 1st",
                    "paid 199 for Spotify yesterday",
                    "gym one thousand five hundred a month",
                    "netfilx 199 montly",
                    "how much do I spend on streaming?",
                    "netflix 649 aur spotify 119 dono har mahine",
                    "Zee5 on a 7 day free trial, 99 a month after that",
                    "see you at 7",
                    "Raju milk 60 daily",
                    "Hotstar went up to 1799",
                    "remind me 3 days before Netflix renews",
                    "bought shoes 2499");

    static final List<String> SMS =
            List.of(
                    "Rs.649.00 debited from a/c XX1234 on 13-03-26 to NETFLIX via UPI. Ref"
                            + " 607212345678. Not you? Call 18001234567 -HDFC Bank",
                    "Dear Customer, UPI-Mandate is successfully created towards SPOTIFY for INR"
                            + " 119.00, Monthly. UMN:abc123@okhdfc -HDFC Bank",
                    "Your Airtel postpaid bill of Rs 599.50 is due on 25-Mar-2026. Pay now at"
                            + " airtel.example/pay",
                    "123456 is your OTP for txn of Rs 649 at NETFLIX. Do not share. -ICICI Bank",
                    "Chase: Your card ending in 1234 was charged $15.49 at NETFLIX.COM on"
                            + " 07/02/2026.",
                    "Your Direct Debit of £46.00 to SKY DIGITAL was paid on 28/03/26 from account"
                            + " ending 4471. Lloyds Bank",
                    "Get Spotify Premium at Rs 59/month for 3 months! Limited offer. Subscribe now",
                    "Your A/c XX4417 credited by Rs 1,200 on 19-11-26 from UPI/Kavya. Bal Rs"
                            + " 8,441");

    private final Parser parser = Parser.standard();
    private final List<Message> typed = messages(TYPED, Source.TYPED);
    private final List<Message> sms = messages(SMS, Source.SMS);
    private int next;

    @Benchmark
    public Outcome typed() {
        return parser.parse(typed.get(next++ & 15));
    }

    @Benchmark
    public Outcome sms() {
        return parser.parse(sms.get(next++ & 7));
    }

    /** What a plain regular expression does of it: name, cost and cycle of ten services. */
    @Benchmark
    public @Nullable String regex() {
        return Regex.read(TYPED.get(next++ & 15));
    }

    static List<Message> messages(List<String> texts, Source source) {
        return texts.stream()
                .map(
                        text ->
                                new Message(
                                        text,
                                        source,
                                        Locale.forLanguageTag("en-IN"),
                                        Currency.getInstance("INR"),
                                        OffsetDateTime.parse("2026-03-14T10:00:00+05:30")))
                .toList();
    }
}

package dev.sayso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.Locale;

class UnderstoodTests {
    private static final JsonMapper LENIENT =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
                    .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {type: 'SUBSCRIPTION_CREATED', name: 'Gym', cost: '1200', currency: 'INR', billing_cycle: 'quarterly'} | ✓ Gym · ₹1,200 every three months
                    {type: 'SUBSCRIPTION_CREATED', name: 'Gym', cost: '0', currency: 'JPY', billing_cycle: 'P2Y'} | ✓ Gym · ¥0 every 2 years
                    {type: 'SUBSCRIPTION_CREATED', name: 'Gym', cost: '9.5', currency: 'GBP', billing_cycle: 'weekly', trial_ends_on: '2026-12-01'} | ✓ Gym · £9.50 a week /   free until 1 Dec
                    {type: 'SUBSCRIPTION_CREATED', name: 'Gym', cost: '9', currency: 'GBP', billing_cycle: 'P2M', next_renewal_on: '2026-11-24'} | ✓ Gym · £9 every 2 months /   next renewal today
                    {type: 'SUBSCRIPTION_CREATED', name: 'Gym', cost: '9', currency: 'GBP', billing_cycle: 'yearly', next_renewal_on: '2027-12-24', origins: {next_renewal_on: {rule: 'first_such_day'}}} | ✓ Gym · £9 a year /   next renewal about 24 Dec 2027?
                    {type: 'SUBSCRIPTION_PRICE_CHANGED', name: 'Netflix', cost: '649', currency: 'INR', effective_on: '2026-12-01'} | ✓ Netflix · now ₹649 from 1 Dec
                    {type: 'SUBSCRIPTION_RENEWAL_SET', name: 'Netflix', next_renewal_on: '2026-12-05'} | ✓ Netflix · renews on 5 Dec
                    {type: 'SUBSCRIPTION_CYCLE_CHANGED', name: 'Netflix', billing_cycle: 'yearly'} | ✓ Netflix · now yearly
                    {type: 'SUBSCRIPTION_CANCELLED', name: 'Prime', effective_on: '2027-03-01'} | ✓ Prime · cancelled, from 1 Mar 2027 /   Sayso cannot cancel it there for you; that is done on their page
                    {type: 'SUBSCRIPTION_PAUSED', name: 'Gym', resumes_on: '2027-03-01'} | ✓ Gym · paused until 1 Mar 2027
                    {type: 'SUBSCRIPTION_RESUMED', name: 'Gym'} | ✓ Gym · goes on
                    {type: 'PAYMENT_RECORDED', name: 'Spotify', cost: '199', currency: 'INR', paid_on: '2026-11-23'} | ✓ Spotify · ₹199 paid, 23 Nov
                    {type: 'REMINDER_SET', days_before: 2} | ✓ a reminder 2 days before renewal
                    {type: 'REMINDER_SET', name: 'Gym', days_before: 0} | ✓ Gym · a reminder on the day of renewal
                    {type: 'FROM_A_LATER_VERSION', name: 'Gym', cost: 'much', currency: '?'} | ✓ Gym · much ?
                    """)
    void putsEachEventInWords(String event, String text) {
        assertThat(understood("{status: 'recorded', events: [" + event + "]}")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {status: 'needs_input', events: [{type: 'SUBSCRIPTION_CREATED', name: 'Netflix', cost: '499', currency: 'INR'}], missing: ['billing_cycle']} | ? Netflix · ₹499 /   Missing: billing cycle
                    {status: 'needs_input', events: [{name: 'Netflix', cost: '649', currency: 'INR'}], ask: {text: 'Is ₹649 the new price, or a second plan?', choices: [{text: 'new price'}, {text: 'second plan'}]}} | ? Netflix · ₹649 /   Is ₹649 the new price, or a second plan? /   → new price · second plan
                    {status: 'refused', reason: 'duplicate', events: [{name: 'Netflix'}], choices: [{text: 'It is a second one'}, {text: 'Leave it'}]} | = Netflix is in your list already, at this price. /   → It is a second one · Leave it
                    {status: 'refused', reason: 'unknown_subscription', events: [{name: 'Hulu'}]} | = Hulu is not in your list.
                    {status: 'refused', reason: 'already_cancelled', events: [{name: 'Hulu'}]} | = Hulu is cancelled already.
                    {status: 'ignored', reason: 'one_off'} | – This looks like a single purchase, so it was left out.
                    {status: 'pending'} | … Saved. Still reading this one. You can go on.
                    {status: 'help', topic: 'payment_failed'} | “ This asks for help (payment failed).
                    {status: 'failed', reason: 'too_hard'} | ! Saved, but it could not be read (too hard). Say it another way.
                    {status: 'from_a_later_version'} | ! The server answered something that this version does not know.
                    """)
    void putsEachStatusInWords(String reply, String text) {
        assertThat(understood(reply)).isEqualTo(text);
    }

    private static String understood(String reply) {
        var wording = new Wording(Locale.US, LocalDate.of(2026, 11, 24));
        return Understood.text(LENIENT.readTree(reply), wording).strip().replace("\n", " / ");
    }
}

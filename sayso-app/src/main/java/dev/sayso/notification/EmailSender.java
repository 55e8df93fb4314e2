package dev.sayso.notification;

import dev.sayso.notification.Channel.Type;
import dev.sayso.platform.outbound.Mail;
import dev.sayso.platform.outbound.Mailer;
import dev.sayso.platform.web.Fragment;
import dev.sayso.platform.web.Templates;

import gg.jte.output.StringOutput;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Map;

/** A mail: the title is its subject, each act a link. */
@Component
final class EmailSender implements Sender {
    private final Mailer mailer;
    private final Templates templates;

    EmailSender(Mailer mailer, Templates templates) {
        this.mailer = mailer;
        this.templates = templates;
    }

    @Override
    public Type type() {
        return Type.EMAIL;
    }

    @Override
    public Sent send(Channel channel, @Nullable String secret, Letter letter) {
        var view =
                new MailView(
                        letter.lang(),
                        letter.title(),
                        letter.body().lines().toList(),
                        letter.links().stream()
                                .map(link -> new MailView.Link(link.words(), link.url()))
                                .toList(),
                        letter.home(),
                        letter.homeWords());
        var html = new StringOutput();
        templates.content(new Fragment("notification/mail", view)).writeTo(html);
        var mail =
                new Mail(
                        letter.id(),
                        channel.target(),
                        letter.title(),
                        view.text(),
                        html.toString(),
                        Map.of());
        return switch (mailer.send(mail)) {
            case Mailer.Sent.Accepted() -> new Sent.Done();
            case Mailer.Sent.Refused(var sentence, var forGood) ->
                    new Sent.Failed(sentence, forGood, null);
        };
    }
}

package dev.slipway.door.gateway.smtp;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.core.message.MessageGateway;
import dev.slipway.core.message.Outcome;
import dev.slipway.core.message.Outgoing;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Gives mail to one server, by a connection for each. */
record SmtpGateway(SmtpServer server, InternetAddress from, SmtpSupplier.Means means) implements MessageGateway {
    private static final int REASON_LENGTH_MAX = 200;

    @Override
    public Outcome send(Outgoing message) {
        try {
            means.hosts().checkPlace(server.host());
            return server.login().way().with(secret -> given(message, secret));
        } catch (Refusal inner) {
            return new Outcome.Broken(inner.sentence());
        } catch (UnknownHostException unknown) {
            return new Outcome.NotSent("no such host: " + server.host(), Optional.empty());
        }
    }

    private Outcome given(Outgoing message, Secret secret) {
        Session session = Session.getInstance(server.properties(means.trust()));
        MimeMessage letter = new Letter(session, from, means.clock().instant()).of(message);
        try (Transport transport = session.getTransport("smtp")) {
            Optional<Outcome> failed = connected(transport, secret);
            return failed.isPresent() ? failed.get() : sent(transport, letter);
        } catch (MessagingException atTheEnd) {
            return new Outcome.Unknown(reason(atTheEnd));
        }
    }

    /** Empty when it is; whatever fails here, nothing was sent. */
    private Optional<Outcome> connected(Transport transport, Secret secret) {
        try {
            if (server.login().isNobody()) {
                transport.connect();
            } else {
                transport.connect(server.login().user(), secret.reveal());
            }
            return Optional.empty();
        } catch (AuthenticationFailedException refused) {
            return Optional.of(new Outcome.Broken("log-on refused: " + reason(refused)));
        } catch (MessagingException failed) {
            return Optional.of(new Outcome.NotSent(reason(failed), Optional.empty()));
        }
    }

    /** The server took it once it says so; a connection that breaks after the text leaves nobody knowing. */
    private static Outcome sent(Transport transport, MimeMessage letter) {
        try {
            transport.sendMessage(letter, letter.getAllRecipients());
            return new Outcome.Taken(letter.getMessageID());
        } catch (MessagingException failed) {
            int status = status(failed);
            return switch (status / 100) {
                case 4 -> new Outcome.NotSent(reason(failed), Optional.empty());
                case 5 ->
                    status == 530 || status == 535
                            ? new Outcome.Broken(reason(failed))
                            : new Outcome.Refused(reason(failed));
                default -> new Outcome.Unknown(reason(failed));
            };
        }
    }

    /** The server's number (RFC 5321, section 4.2.1); 0 when it said none. */
    private static int status(MessagingException failed) {
        return Stream.<Exception>iterate(failed, one -> one instanceof MessagingException, SmtpGateway::next)
                .mapToInt(SmtpGateway::ownStatus)
                .filter(status -> status > 0)
                .reduce(0, (first, last) -> last);
    }

    private static int ownStatus(Exception one) {
        return switch (one) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }

    /** Anything else ends the chain. */
    private static Exception next(Exception one) {
        Exception next = one instanceof MessagingException message ? message.getNextException() : null;
        return next == null ? new IllegalStateException("the end") : next;
    }

    private static String reason(MessagingException failed) {
        String words =
                String.valueOf(failed.getMessage()).replaceAll("\\s+", " ").strip();
        return words.length() > REASON_LENGTH_MAX ? words.substring(0, REASON_LENGTH_MAX) : words;
    }

    @Override
    public boolean knowsRepeats() {
        return false;
    }

    @Override
    public void close() {}
}

package dev.slipway.door.gateway.smtp;

import static dev.slipway.base.wire.html.Tag.tag;

import dev.slipway.base.wire.html.Html;
import dev.slipway.base.wire.qr.QrCode;
import dev.slipway.base.wire.qr.QrPicture;
import dev.slipway.core.message.Outgoing;
import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes mail of a message: the text as it is, and the same as HTML with links and, below it, the link as a QR code.
 */
record Letter(Session session, InternetAddress from, Instant at) {
    private static final String PICTURE = "qr";
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");

    MimeMessage of(Outgoing message) {
        try {
            return letter(message);
        } catch (MessagingException impossible) {
            throw new IllegalStateException("every text makes mail", impossible);
        }
    }

    private MimeMessage letter(Outgoing message) throws MessagingException {
        var letter = new Numbered(session, "<" + message.reference() + "@" + domain() + ">");
        letter.setFrom(from);
        letter.setRecipient(RecipientType.TO, new InternetAddress(message.to().address()));
        letter.setSubject(message.text().subject(), StandardCharsets.UTF_8.name());
        letter.setSentDate(Date.from(at));
        letter.setHeader("Auto-Submitted", "auto-generated");
        Optional<String> link = message.text().link().filter(text -> text.length() <= QrCode.CHARACTERS_MAX);
        letter.setContent(new MimeMultipart("alternative", plain(message), rich(message, link)));
        letter.saveChanges();
        return letter;
    }

    private String domain() {
        String address = from.getAddress();
        return address.substring(address.indexOf('@') + 1);
    }

    private static BodyPart plain(Outgoing message) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(message.text().body(), StandardCharsets.UTF_8.name());
        return part;
    }

    private static BodyPart rich(Outgoing message, Optional<String> link) throws MessagingException {
        var page = new MimeBodyPart();
        page.setContent(html(message.text(), link.isPresent()), "text/html; charset=utf-8");
        Multipart related = new MimeMultipart("related", page);
        if (link.isPresent()) {
            var picture = new MimeBodyPart();
            picture.setDataHandler(new DataHandler(new ByteArrayDataSource(QrPicture.png(link.get()), "image/png")));
            picture.setContentID("<" + PICTURE + ">");
            picture.setDisposition(Part.INLINE);
            related.addBodyPart(picture);
        }
        var part = new MimeBodyPart();
        part.setContent(related);
        return part;
    }

    static String html(Outgoing.Text text, boolean withPicture) {
        List<Html> body = new ArrayList<>();
        for (String paragraph : text.body().split("\n{2,}")) {
            body.add(tag("p").of(lines(paragraph)));
        }
        if (withPicture) {
            body.add(tag("p").of(tag("img")
                    .with("src", "cid:" + PICTURE)
                    .with("width", "200")
                    .with("height", "200")
                    .with("alt", "The link above as a QR code")
                    .alone()));
        }
        return Html.page(
                tag("html"),
                tag("head").of(tag("title").of(Html.text(text.subject()))),
                tag("body").of(Html.all(body)));
    }

    private static Html lines(String paragraph) {
        List<Html> lines = new ArrayList<>();
        for (String line : paragraph.split("\n")) {
            if (!lines.isEmpty()) {
                lines.add(tag("br").alone());
            }
            lines.add(linked(line));
        }
        return Html.all(lines);
    }

    private static Html linked(String line) {
        List<Html> pieces = new ArrayList<>();
        Matcher links = LINK.matcher(line);
        int end = 0;
        while (links.find()) {
            pieces.add(Html.text(line.substring(end, links.start())));
            pieces.add(tag("a").with("href", links.group()).of(Html.text(links.group())));
            end = links.end();
        }
        pieces.add(Html.text(line.substring(end)));
        return Html.all(pieces);
    }

    /** Our reference is its number, so that a repeated one can be told. */
    private static final class Numbered extends MimeMessage {
        private final String number;

        Numbered(Session session, String number) {
            super(session);
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }
}

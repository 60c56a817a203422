package dev.slipway.door.gateway.smtp;

import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/** A server of mail, and who we are to it. */
record SmtpServer(String host, int port, Security security, MailLogin login) {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    /** For each step of the conversation. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    /** As Angus Mail wants them (package {@code org.eclipse.angus.mail.smtp}). */
    Properties properties(SSLSocketFactory trust) {
        var properties = new Properties();
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", Integer.toString(port));
        properties.put("mail.smtp.connectiontimeout", Long.toString(CONNECT_WITHIN.toMillis()));
        properties.put("mail.smtp.timeout", Long.toString(ANSWER_WITHIN.toMillis()));
        properties.put("mail.smtp.writetimeout", Long.toString(ANSWER_WITHIN.toMillis()));
        properties.put("mail.smtp.auth", Boolean.toString(!login.isNobody()));
        properties.put("mail.smtp.auth.mechanisms", login.mechanisms());
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", trust);
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        switch (security) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
            case NONE -> properties.put("mail.smtp.starttls.enable", "false");
        }
        return properties;
    }
}

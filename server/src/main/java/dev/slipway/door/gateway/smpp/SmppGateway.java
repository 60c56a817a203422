package dev.slipway.door.gateway.smpp;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.messages.Receipt;
import dev.slipway.core.message.MessageGateway;
import dev.slipway.core.message.Outcome;
import dev.slipway.core.message.Outgoing;
import java.io.IOException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.net.SocketFactory;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.session.connection.socket.SocketConnection;

/**
 * Gives short messages to one center over one session, many at once. The session is bound by the first message and
 * again after it broke; a message whose answer was lost with it may have been sent.
 */
final class SmppGateway implements MessageGateway, MessageReceiverListener {
    private static final int UDHI = 0x40;
    private static final int CONNECT_MILLIS = 10_000;
    private static final long ANSWER_MILLIS = Duration.ofSeconds(20).toMillis();
    /** SMPP 3.4, section 7.2, leaves it to both. */
    private static final int ENQUIRE_MILLIS = 30_000;
    /** ESME_RX_T_APPN: the center is asked to tell it again. */
    private static final int TELL_AGAIN = 0x64;

    private static final int EARLY_MAX = 10_000;

    private final SmppServer server;
    private final SmppSupplier.Means means;
    private final Predicate<Receipt> receipts;
    private final AtomicInteger texts = new AtomicInteger();
    /** Receipts that no message here has yet, told once; the oldest is forgotten first. */
    private final SequencedSet<String> early = new LinkedHashSet<>();

    private Optional<SMPPSession> bound = Optional.empty();
    private boolean closed;

    SmppGateway(SmppServer server, SmppSupplier.Means means, Predicate<Receipt> receipts) {
        this.server = server;
        this.means = means;
        this.receipts = receipts;
    }

    @Override
    public Outcome send(Outgoing message) {
        try {
            means.hosts().checkPlace(server.endpoint().host());
            return given(session(), message);
        } catch (Refusal inner) {
            return new Outcome.Broken(inner.sentence());
        } catch (UnknownHostException unknown) {
            return new Outcome.NotSent("no such host: " + server.endpoint().host(), Optional.empty());
        } catch (IOException failed) {
            return refused(failed);
        }
    }

    /** What kept us from binding: the center's number, or a connection that was not to be had. */
    private static Outcome refused(IOException failed) {
        return failed.getCause() instanceof NegativeResponseException negative
                ? SmppStatus.outcome(negative.getCommandStatus())
                : new Outcome.NotSent("not connected: " + failed.getMessage(), Optional.empty());
    }

    private synchronized SMPPSession session() throws IOException {
        if (closed) {
            throw new IOException("the gateway is closed");
        }
        Optional<SMPPSession> usable =
                bound.filter(session -> session.getSessionState().isBound());
        if (usable.isPresent()) {
            return usable.get();
        }
        bound.ifPresent(SMPPSession::close);
        var session = new SMPPSession((host, port) -> new SocketConnection(socket(host, port)));
        session.setEnquireLinkTimer(ENQUIRE_MILLIS);
        session.setTransactionTimer(ANSWER_MILLIS);
        session.setMessageReceiverListener(this);
        session.connectAndBind(
                server.endpoint().host(),
                server.endpoint().port(),
                new BindParameter(
                        BindType.BIND_TRX,
                        server.systemId(),
                        server.password().reveal(),
                        server.systemType(),
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        ""),
                CONNECT_MILLIS);
        bound = Optional.of(session);
        return session;
    }

    private Socket socket(String host, int port) throws IOException {
        SocketFactory factory = server.tls() ? means.trust() : SocketFactory.getDefault();
        Socket socket = factory.createSocket();
        socket.connect(new java.net.InetSocketAddress(host, port), CONNECT_MILLIS);
        if (socket instanceof javax.net.ssl.SSLSocket tls) {
            var named = tls.getSSLParameters();
            named.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(named);
        }
        return socket;
    }

    private Outcome given(SMPPSession session, Outgoing message) {
        List<SmppPart> parts = SmppPart.of(message.text(), texts.incrementAndGet() & 0xff);
        String reference = "";
        for (int index = 0; index < parts.size(); index++) {
            try {
                reference = submitted(session, message, parts.get(index));
            } catch (NegativeResponseException negative) {
                return index == 0
                        ? SmppStatus.outcome(negative.getCommandStatus())
                        : new Outcome.Unknown("part %d of %d was refused: 0x%x"
                                .formatted(index + 1, parts.size(), negative.getCommandStatus()));
            } catch (PDUException wrong) {
                return new Outcome.Refused("it cannot be said in SMPP: " + wrong.getMessage());
            } catch (ResponseTimeoutException | InvalidResponseException | IOException lost) {
                return new Outcome.Unknown("the answer was lost: " + lost.getMessage());
            }
        }
        return new Outcome.Taken(reference);
    }

    private String submitted(SMPPSession session, Outgoing message, SmppPart part)
            throws NegativeResponseException, PDUException, ResponseTimeoutException, InvalidResponseException,
                    IOException {
        boolean international = server.source().startsWith("+");
        boolean word = !international && !server.source().isEmpty();
        return session.submitShortMessage(
                        "",
                        international
                                ? TypeOfNumber.INTERNATIONAL
                                : word ? TypeOfNumber.ALPHANUMERIC : TypeOfNumber.UNKNOWN,
                        international ? NumberingPlanIndicator.ISDN : NumberingPlanIndicator.UNKNOWN,
                        server.source().replace("+", ""),
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        message.to().address().replace("+", ""),
                        new ESMClass(part.header() ? UDHI : 0),
                        (byte) 0,
                        (byte) 0,
                        "",
                        "",
                        new RegisteredDelivery(
                                part.last() ? SMSCDeliveryReceipt.SUCCESS_FAILURE : SMSCDeliveryReceipt.DEFAULT),
                        (byte) 0,
                        new GeneralDataCoding(part.alphabet()),
                        (byte) 0,
                        part.octets().toArray())
                .getMessageId();
    }

    /**
     * A receipt may come before the answer that names its message: the center is asked once to tell it again. What it
     * then tells of a message that is still none of ours is taken and forgotten.
     */
    @Override
    public void onAcceptDeliverSm(DeliverSm delivered) throws ProcessRequestException {
        if (!delivered.isSmscDeliveryReceipt()) {
            return;
        }
        Optional<Receipt> receipt = SmppReceipt.of(delivered, means.clock().instant());
        if (receipt.isPresent()
                && !receipts.test(receipt.get())
                && isFirst(receipt.get().reference())) {
            throw new ProcessRequestException("no such message yet", TELL_AGAIN);
        }
    }

    private boolean isFirst(String reference) {
        synchronized (early) {
            if (early.size() >= EARLY_MAX) {
                early.removeFirst();
            }
            return early.add(reference);
        }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // Nobody asked for it.
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("no data is taken here", TELL_AGAIN);
    }

    /** A center knows nothing of our references: what may have been sent is sent again only by a person. */
    @Override
    public boolean knowsRepeats() {
        return false;
    }

    @Override
    public synchronized void close() {
        closed = true;
        bound.ifPresent(SMPPSession::unbindAndClose);
        bound = Optional.empty();
    }
}

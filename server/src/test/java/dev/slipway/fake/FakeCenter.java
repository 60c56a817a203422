package dev.slipway.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUException;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/**
 * A message center that speaks SMPP 3.4 on loopback, driven by how a number ends: {@code 00} delivered, {@code 01}
 * throttled once, {@code 02} never, {@code 03} no receipt, {@code 04} a receipt twice, {@code 05} a receipt before the
 * answer, {@code 07} the connection breaks before the answer.
 */
public final class FakeCenter implements ServerMessageReceiverListener, AutoCloseable {
    private static final String PASSWORD = "secret";
    private static final int THROTTLED = 0x58;
    private static final int WRONG_ADDRESS = 0x0B;
    private static final int WRONG_PASSWORD = 0x0E;
    private static final int UNKNOWN_COMMAND = 0x03;
    private static final long BIND_MILLIS = 5_000;

    private final SMPPServerSessionListener listener;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final Set<String> throttled = ConcurrentHashMap.newKeySet();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile boolean closed;

    /** On that free port of loopback. */
    public FakeCenter(int port) {
        try {
            listener = new SMPPServerSessionListener(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.setMessageReceiverListener(this);
        threads.execute(this::serve);
    }

    /** What it took, oldest first: {@code NUMBER ESM_CLASS DATA_CODING OCTETS}, all but the number in hexadecimal. */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    private void serve() {
        while (!closed) {
            try {
                SMPPServerSession session = listener.accept();
                sessions.add(session);
                threads.execute(() -> bind(session));
            } catch (IOException ended) {
                return;
            }
        }
    }

    private static void bind(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(BIND_MILLIS);
            if (request.getPassword().equals(PASSWORD)) {
                request.accept("center", InterfaceVersion.IF_34);
            } else {
                request.reject(WRONG_PASSWORD);
            }
        } catch (TimeoutException | PDUException | IOException broken) {
            session.close();
        }
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm submit, SMPPServerSession session) throws ProcessRequestException {
        String number = submit.getDestAddress();
        String manner = number.substring(number.length() - 2);
        if (manner.equals("01") && throttled.add(number)) {
            throw new ProcessRequestException("slowly", THROTTLED);
        }
        if (manner.equals("02")) {
            throw new ProcessRequestException("no such number", WRONG_ADDRESS);
        }
        taken.add("%s %02x %02x %s"
                .formatted(
                        number,
                        submit.getEsmClass(),
                        submit.getDataCoding(),
                        HexFormat.of().formatHex(submit.getShortMessage())));
        String id = "center-" + numbers.incrementAndGet();
        if (manner.equals("07")) {
            session.close();
            throw new ProcessRequestException("gone", WRONG_ADDRESS);
        }
        if (submit.getRegisteredDelivery() != 0) {
            tell(session, id, manner);
        }
        return new SubmitSmResult(id(id), new OptionalParameter[0]);
    }

    private static MessageId id(String text) {
        try {
            return new MessageId(text);
        } catch (PDUException tooLong) {
            throw new IllegalStateException(tooLong);
        }
    }

    private void tell(SMPPServerSession session, String id, String manner) {
        switch (manner) {
            case "03" -> {
                // Never a word.
            }
            case "04" ->
                threads.execute(() -> {
                    deliver(session, id);
                    deliver(session, id);
                });
            default -> threads.execute(() -> deliver(session, id));
        }
    }

    /** Again as long as it is told to, as centers do. */
    private static void deliver(SMPPServerSession session, String id) {
        for (int tried = 0; tried < 50; tried++) {
            try {
                session.deliverShortMessage(
                        "",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "41790000000",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "slipway",
                        new ESMClass(0x04),
                        (byte) 0,
                        (byte) 0,
                        new RegisteredDelivery(0),
                        GeneralDataCoding.DEFAULT,
                        ("id:" + id
                                        + " sub:001 dlvrd:001 submit date:2611261200 done date:2611261201"
                                        + " stat:DELIVRD err:000")
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                return;
            } catch (NegativeResponseException again) {
                Thread.onSpinWait();
            } catch (Exception ended) {
                return;
            }
        }
    }

    private static ProcessRequestException no() {
        return new ProcessRequestException("not here", UNKNOWN_COMMAND);
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti multi, SMPPServerSession session)
            throws ProcessRequestException {
        throw no();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession session) throws ProcessRequestException {
        throw no();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession session) throws ProcessRequestException {
        throw no();
    }

    @Override
    public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession session) throws ProcessRequestException {
        throw no();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession session)
            throws ProcessRequestException {
        throw no();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession session)
            throws ProcessRequestException {
        throw no();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession session)
            throws ProcessRequestException {
        throw no();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw no();
    }

    @Override
    public void close() {
        closed = true;
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sessions.forEach(SMPPServerSession::close);
        threads.shutdownNow();
    }
}

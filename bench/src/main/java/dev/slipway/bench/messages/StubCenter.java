package dev.slipway.bench.messages;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUException;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
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

/** A message center that takes everything at once. */
final class StubCenter implements ServerMessageReceiverListener, AutoCloseable {
    private static final int UNKNOWN_COMMAND = 0x03;
    private static final int AT_ONCE = 16;
    private static final long BIND_MILLIS = 5_000;

    private final int port;
    private final SMPPServerSessionListener listener;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger numbers = new AtomicInteger();

    StubCenter(int port) throws IOException {
        this.port = port;
        listener = new SMPPServerSessionListener(port);
        listener.setMessageReceiverListener(this);
        listener.setPduProcessorDegree(AT_ONCE);
        threads.execute(this::serve);
    }

    int port() {
        return port;
    }

    private void serve() {
        try {
            while (!threads.isShutdown()) {
                SMPPServerSession session = listener.accept();
                threads.execute(() -> bind(session));
            }
        } catch (IOException ended) {
            threads.shutdown();
        }
    }

    private static void bind(SMPPServerSession session) {
        try {
            session.waitForBind(BIND_MILLIS).accept("center", InterfaceVersion.IF_34);
        } catch (java.util.concurrent.TimeoutException | PDUException | IOException broken) {
            session.close();
        }
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm submit, SMPPServerSession session) throws ProcessRequestException {
        try {
            return new SubmitSmResult(
                    new MessageId(Integer.toHexString(numbers.incrementAndGet())), new OptionalParameter[0]);
        } catch (PDUException tooLong) {
            throw new IllegalStateException(tooLong);
        }
    }

    private static ProcessRequestException unknown() {
        return new ProcessRequestException("unknown", UNKNOWN_COMMAND);
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti submit, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(org.jsmpp.bean.BroadcastSm broadcast, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelBroadcastSm(org.jsmpp.bean.CancelBroadcastSm cancel, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(
            org.jsmpp.bean.QueryBroadcastSm query, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void close() throws IOException {
        threads.shutdown();
        listener.close();
    }
}

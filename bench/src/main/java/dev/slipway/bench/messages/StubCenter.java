package dev.slipway.bench.messages;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUException;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** A message center that takes every submit_sm at once and knows no other command. */
final class StubCenter implements AutoCloseable {
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
        listener.setMessageReceiverListener((ServerMessageReceiverListener) Proxy.newProxyInstance(
                StubCenter.class.getClassLoader(),
                new Class<?>[] {ServerMessageReceiverListener.class},
                (self, method, arguments) -> answer(method)));
        listener.setPduProcessorDegree(AT_ONCE);
        threads.execute(this::serve);
    }

    private SubmitSmResult answer(Method method) throws ProcessRequestException, PDUException {
        if (!method.getName().equals("onAcceptSubmitSm")) {
            throw new ProcessRequestException("unknown", UNKNOWN_COMMAND);
        }
        var id = new MessageId(Integer.toHexString(numbers.incrementAndGet()));
        return new SubmitSmResult(id, new OptionalParameter[0]);
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
        } catch (TimeoutException | PDUException | IOException broken) {
            session.close();
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdown();
        listener.close();
    }
}

package dev.slipway.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A line that breaks: passes TCP connections on to a server on this machine and cuts each, both ways at once, after so
 * many bytes towards the caller. It reads nothing of what it passes, so TLS goes through it.
 */
public final class CuttingProxy implements AutoCloseable {
    private static final int BUFFER_BYTES = 8 << 10;
    private static final System.Logger LOG = System.getLogger(CuttingProxy.class.getName());

    private final ServerSocket listening;
    private final int server;
    private final LongSupplier lengths;
    private final AtomicLong passed = new AtomicLong();
    private final AtomicLong cut = new AtomicLong();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Listens on a free port.
     *
     * @param server port on this machine
     * @param lengths after how many bytes the next connection is cut; {@link Long#MAX_VALUE} for never
     */
    public CuttingProxy(int server, LongSupplier lengths) {
        this.server = server;
        this.lengths = lengths;
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Bytes passed towards callers so far. */
    public long passed() {
        return passed.get();
    }

    /** Connections cut so far. */
    public long cut() {
        return cut.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = listening.accept();
                threads.execute(() -> join(caller));
            }
        } catch (IOException closed) {
            LOG.log(System.Logger.Level.DEBUG, "event=proxy-closed reason={0}", closed.getMessage());
        }
    }

    private void join(Socket caller) {
        try (caller;
                var called = new Socket(InetAddress.getLoopbackAddress(), server)) {
            threads.execute(() -> forward(caller, called));
            back(called.getInputStream(), caller.getOutputStream(), lengths.getAsLong());
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "event=line-ended reason={0}", gone.getMessage());
        }
    }

    private static void forward(Socket caller, Socket called) {
        try {
            caller.getInputStream().transferTo(called.getOutputStream());
            called.shutdownOutput();
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "event=line-ended reason={0}", gone.getMessage());
        }
    }

    private void back(InputStream from, OutputStream to, long length) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long left = length;
        while (left > 0) {
            int read = from.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return;
            }
            to.write(buffer, 0, read);
            passed.addAndGet(read);
            left -= read;
        }
        cut.incrementAndGet();
    }

    @Override
    public void close() {
        try (threads) {
            listening.close();
            threads.shutdownNow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

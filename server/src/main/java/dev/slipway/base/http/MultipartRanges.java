package dev.slipway.base.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Several slices of a file as {@code multipart/byteranges} (RFC 9110, section 14.6), with a length known beforehand, so
 * that HTTP/1.0 gets them too.
 */
record MultipartRanges(Path file, long total, String mediaType, List<Ranges.Slice> slices) implements Answer {
    /** Fixed, so that the same request gets the same bytes; RFC 2046, section 5.1.1 limits it to 70 characters. */
    private static final String BOUNDARY = "slipway-0d9f1c6be2a74f35-range";

    private static final String END = "\r\n--" + BOUNDARY + "--\r\n";

    @Override
    public void send(HttpServerRequest request) {
        HttpServerResponse response = request.response()
                .putHeader("content-type", "multipart/byteranges; boundary=" + BOUNDARY)
                .putHeader("content-length", Long.toString(length()));
        Vertx.currentContext()
                .owner()
                .fileSystem()
                .open(file.toString(), new OpenOptions().setWrite(false).setCreate(false))
                .compose(open -> sendAll(open, response).eventually(open::close))
                .onFailure(gone -> RequestLoop.cut(request, gone));
    }

    private Future<Void> sendAll(AsyncFile open, HttpServerResponse response) {
        Future<Void> sent = Future.succeededFuture();
        for (Ranges.Slice slice : slices) {
            sent = sent.compose(done -> response.write(Buffer.buffer(head(slice))))
                    .compose(done -> sendFrom(open, slice.offset(), slice.offset() + slice.length(), response));
        }
        return sent.compose(done -> response.end(END));
    }

    private static Future<Void> sendFrom(AsyncFile open, long from, long to, HttpServerResponse response) {
        if (from == to) {
            return Future.succeededFuture();
        }
        int step = (int) Math.min(64 << 10, to - from);
        return open.read(Buffer.buffer(step), 0, from, step).compose(read -> {
            if (read.length() == 0) {
                return Future.failedFuture("the file is shorter than it was");
            }
            return response.write(read).compose(done -> sendFrom(open, from + read.length(), to, response));
        });
    }

    private byte[] head(Ranges.Slice slice) {
        return ("\r\n--" + BOUNDARY + "\r\ncontent-type: " + mediaType + "\r\ncontent-range: "
                        + slice.contentRange(total) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private long length() {
        return END.length()
                + slices.stream()
                        .mapToLong(slice -> head(slice).length + slice.length())
                        .sum();
    }
}

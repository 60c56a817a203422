package dev.slipway.bench;

import dev.slipway.base.wire.wap.ProvisioningDocument;
import dev.slipway.base.wire.wap.ProvisioningXml;
import dev.slipway.base.wire.wap.push.Ports;
import dev.slipway.base.wire.wap.push.PushPdu;
import dev.slipway.base.wire.wap.push.PushType;
import dev.slipway.base.wire.wap.push.SegmentPlan;
import dev.slipway.base.wire.wap.security.Pin;
import dev.slipway.base.wire.wap.security.SharedSecret;
import dev.slipway.base.wire.wap.wbxml.Mode;
import dev.slipway.base.wire.wap.wbxml.Wbxml;
import dev.slipway.base.wire.xml.XmlMalformed;
import dev.slipway.bench.machine.Command;
import dev.slipway.bench.machine.Ground;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Provisioning documents beside libwbxml, which a loop in C drives within one process, so that neither side pays for
 * starts. Documents per second of CPU time of one thread, the middle of the rounds, both sides in turn.
 */
record WapDocuments(Ground ground, Table table, BenchOptions options) {
    private static final double TIMES_LEAST = 10;
    private static final long NANOS = 1_000_000_000;
    private static final int AT_ONCE = 50;
    private static final Path DOCUMENTS =
            Path.of(System.getProperty("slipway.home", "."), "server/src/test/resources/dev/slipway/base/wire/wap");

    /** The two that are timed: an access point of 1 KB, and all that an operator sends. */
    private static final List<String> TIMED = List.of("example-mobile", "operator-full");

    private record Sample(String name, String xml, ProvisioningDocument document) {
        byte[] bytes(Mode mode) {
            return Wbxml.encode(document, mode);
        }
    }

    /** What the peer does, by the word of its loop. */
    private enum Peer {
        TABLE,
        PLAIN,
        READ;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private record Speed(double perSecond, int bytes) {}

    void run() throws IOException, InterruptedException {
        Path loop = compiled();
        List<Sample> samples = samples();
        sizes(loop, samples);
        for (Sample sample : samples) {
            if (TIMED.contains(sample.name())) {
                speeds(loop, sample);
            }
        }
    }

    private Path compiled() throws IOException, InterruptedException {
        Path source = Files.writeString(ground.file("libwbxml.c"), Seeding.text("libwbxml.c"));
        Path loop = ground.file("libwbxml");
        new Command(
                        List.of(
                                "gcc",
                                "-O2",
                                "-I/usr/include/libwbxml-1.0/wbxml",
                                "-I/usr/include/libwbxml-1.0",
                                "-o",
                                loop.toString(),
                                source.toString(),
                                "-lwbxml2"),
                        Map.of())
                .output();
        return loop;
    }

    private static List<Sample> samples() throws IOException {
        try (Stream<Path> files = Files.list(DOCUMENTS)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .map(WapDocuments::sample)
                    .toList();
        }
    }

    private static Sample sample(Path file) {
        try {
            String xml = Files.readString(file);
            String name = file.getFileName().toString().replace(".xml", "");
            return new Sample(name, xml, ProvisioningXml.read(xml).document());
        } catch (IOException | XmlMalformed broken) {
            throw new UncheckedIOException(new IOException(file.toString(), broken));
        }
    }

    /** Bytes of each document, and messages when a PIN signs it. */
    private void sizes(Path loop, List<Sample> samples) throws IOException, InterruptedException {
        table.head("Provisioning documents: bytes / messages (peer: libwbxml)");
        int smaller = 0;
        int larger = 0;
        for (Sample sample : samples) {
            int theirs = peer(loop, Peer.TABLE, sample).bytes();
            int ours = sample.bytes(Mode.COMPACT).length;
            smaller += ours < theirs ? 1 : 0;
            larger += ours > theirs ? 1 : 0;
            table.fact(
                    "%s: compact %s, compatible %s, without table %s"
                            .formatted(
                                    sample.name(),
                                    size(sample.bytes(Mode.COMPACT)),
                                    size(sample.bytes(Mode.COMPATIBLE)),
                                    size(Wbxml.encodeWithoutTable(sample.document(), Mode.COMPATIBLE))),
                    "libwbxml " + size(new byte[theirs]));
        }
        table.fact(
                "compact is smaller on",
                "%d of %d, larger on %d".formatted(smaller, samples.size(), larger),
                "never larger, smaller on most",
                larger == 0 && 2 * smaller > samples.size());
    }

    private static String size(byte[] document) {
        var signature = new SharedSecret.OfUser(new Pin("123456")).sign(document);
        var push = new PushPdu(1, new PushType.Connectivity(Optional.of(signature)), document);
        SegmentPlan plan = SegmentPlan.of(push, Ports.PUSH, new SegmentPlan.Reference(1, false));
        return "%d / %d".formatted(document.length, plan.segments().size());
    }

    private void speeds(Path loop, Sample sample) throws IOException, InterruptedException {
        table.head("Provisioning document %s, documents per CPU second (peer: libwbxml, from and to XML)"
                .formatted(sample.name()));
        byte[] bytes = sample.bytes(Mode.COMPATIBLE);
        beside(loop, sample, Peer.TABLE, "encode, compatible", of -> sample.bytes(Mode.COMPATIBLE).length);
        beside(loop, sample, Peer.PLAIN, "encode, compatible, without string table", of -> Wbxml.encodeWithoutTable(
                        sample.document(), Mode.COMPATIBLE)
                .length);
        beside(loop, sample, Peer.TABLE, "encode, compact", of -> sample.bytes(Mode.COMPACT).length);
        beside(loop, sample, Peer.TABLE, "encode, compatible, from text", of -> fromText(sample));
        beside(loop, sample, Peer.READ, "decode", of -> Wbxml.decode(bytes)
                .characteristics()
                .size());
        beside(loop, sample, Peer.READ, "decode, to text", of -> ProvisioningXml.write(Wbxml.decode(bytes))
                .length());
    }

    private static int fromText(Sample sample) {
        try {
            return Wbxml.encode(ProvisioningXml.read(sample.xml()).document(), Mode.COMPATIBLE).length;
        } catch (XmlMalformed impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void beside(Path loop, Sample sample, Peer peer, String work, ToIntFunction<Sample> own)
            throws IOException, InterruptedException {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; round <= options.rounds(); round++) {
            double mine = own(sample, own);
            double other = peer(loop, peer, sample).perSecond();
            if (round > 0) {
                ours.add(mine);
                theirs.add(other);
            }
        }
        double times = middle(ours) / middle(theirs);
        String told = "%,.0f; libwbxml %,.0f; %.1f times".formatted(middle(ours), middle(theirs), times);
        if (peer == Peer.TABLE && work.equals("encode, compatible")) {
            table.fact(work, told, ">= %.0f times".formatted(TIMES_LEAST), times >= TIMES_LEAST);
        } else {
            table.fact(work, told);
        }
    }

    private double own(Sample sample, ToIntFunction<Sample> work) {
        var threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        long end = begun + options.time().toNanos();
        long done = 0;
        long now = begun;
        long bytes = 0;
        while (now < end) {
            for (int each = 0; each < AT_ONCE; each++) {
                bytes += work.applyAsInt(sample);
            }
            done += AT_ONCE;
            now = threads.getCurrentThreadCpuTime();
        }
        if (bytes == 0) {
            throw new IllegalStateException("nothing was done");
        }
        return (double) done * NANOS / (now - begun);
    }

    private Speed peer(Path loop, Peer peer, Sample sample) throws IOException, InterruptedException {
        Path file = ground.file(sample.name());
        Files.write(
                file,
                peer == Peer.READ ? sample.bytes(Mode.COMPATIBLE) : sample.xml().getBytes(StandardCharsets.UTF_8));
        String seconds = Long.toString(options.time().toSeconds());
        String[] told = new Command(List.of(loop.toString(), peer.word(), seconds, file.toString()), Map.of())
                .output()
                .strip()
                .split(" ");
        return new Speed(Double.parseDouble(told[0]), Integer.parseInt(told[1]));
    }

    private static double middle(List<Double> figures) {
        double[] sorted =
                figures.stream().mapToDouble(figure -> figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}

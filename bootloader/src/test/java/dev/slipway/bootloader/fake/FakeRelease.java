package dev.slipway.bootloader.fake;

import dev.slipway.bootloader.protocol.trust.ArtifactRef;
import dev.slipway.bootloader.protocol.trust.ArtifactRef.Kind;
import dev.slipway.bootloader.protocol.trust.EarlierSoftware;
import dev.slipway.bootloader.protocol.trust.InstallStep;
import dev.slipway.bootloader.protocol.trust.ReleaseDocument;
import dev.slipway.bootloader.protocol.trust.ReleaseRef;
import dev.slipway.bootloader.protocol.trust.SettingValue;
import dev.slipway.bootloader.protocol.trust.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One release as an administrator would publish it. */
public record FakeRelease(
        ReleaseRef ref,
        Kind kind,
        byte[] content,
        List<EarlierSoftware> replaces,
        Map<String, SettingValue> settings,
        boolean later) {

    /** Files in a zip, by path. */
    public static FakeRelease of(String application, String version, Kind kind, Map<String, String> files) {
        return new FakeRelease(
                new ReleaseRef(application, version, ReleaseDocument.ANY_TARGET),
                kind,
                zip(files),
                List.of(),
                Map.of(),
                false);
    }

    public FakeRelease replacing(EarlierSoftware... earlier) {
        return new FakeRelease(ref, kind, content, List.of(earlier), settings, later);
    }

    public FakeRelease with(Map<String, SettingValue> values) {
        return new FakeRelease(ref, kind, content, replaces, values, later);
    }

    public FakeRelease putOff() {
        return new FakeRelease(ref, kind, content, replaces, settings, true);
    }

    public FakeRelease holding(byte[] bytes) {
        return new FakeRelease(ref, kind, bytes, replaces, settings, later);
    }

    public ArtifactRef artifact() {
        return new ArtifactRef(Sha256.hex(content), content.length, kind, "application/zip");
    }

    public InstallStep step(int order) {
        return new InstallStep(ref, order, later, artifact(), settings);
    }

    public ReleaseDocument document() {
        return new ReleaseDocument(
                ref.application(),
                ref.version(),
                Instant.parse("2026-11-22T08:00:00Z"),
                Map.of(ref.target(), artifact()),
                replaces);
    }

    private static byte[] zip(Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

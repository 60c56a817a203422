package dev.slipway.bootloader.fake;

import dev.slipway.bootloader.protocol.polling.PollingPlan;
import dev.slipway.bootloader.protocol.trust.BundleAnswer;
import dev.slipway.bootloader.protocol.trust.BundleDocument;
import dev.slipway.bootloader.protocol.trust.Envelope;
import dev.slipway.bootloader.protocol.trust.InstallStep;
import dev.slipway.bootloader.protocol.trust.SettingValue;
import dev.slipway.bootloader.protocol.trust.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the fake portal assigns to its device, and the bundles that it makes of that. */
public final class FakeShelf {
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
    private FakeKeys keys;
    private List<FakeRelease> releases = List.of();
    private List<String> remove = List.of();
    private Map<String, SettingValue> policies = Map.of();
    private Optional<PollingPlan> polling = Optional.empty();
    private long version;

    FakeShelf(FakeKeys keys) {
        this.keys = keys;
    }

    /** Assigns exactly these releases, installed in this order; raises the version. */
    public synchronized FakeShelf assign(FakeRelease... wanted) {
        releases = List.of(wanted);
        releases.forEach(release -> contents.put(release.artifact().sha256(), release.content()));
        remove = List.of();
        version++;
        return this;
    }

    public synchronized FakeShelf removing(String... applications) {
        remove = List.of(applications);
        version++;
        return this;
    }

    public synchronized FakeShelf policies(Map<String, SettingValue> values) {
        policies = values;
        version++;
        return this;
    }

    public synchronized FakeShelf polling(PollingPlan plan) {
        polling = Optional.of(plan);
        version++;
        return this;
    }

    synchronized void signWith(FakeKeys other) {
        keys = other;
        version++;
    }

    /** The body for a device, signed as it should be. */
    public synchronized byte[] answer(String device) {
        return answer(device, version, FakeKeys.LATER, keys);
    }

    /** A body that is wrong where its arguments are. */
    public synchronized byte[] answer(String device, long number, Instant expires, FakeKeys signers) {
        var steps = new ArrayList<InstallStep>();
        releases.forEach(release -> steps.add(release.step(steps.size())));
        var document = new BundleDocument(
                new BundleDocument.Life(number, Instant.parse("2020-01-01T00:00:00Z"), expires),
                new BundleDocument.Audience(device, "alice", "fake-linux"),
                remove,
                steps,
                policies,
                polling);
        List<Envelope> signed = releases.stream()
                .map(release -> Envelope.sign(release.document().toJson(), signers.release()))
                .toList();
        return new BundleAnswer(Envelope.sign(document.toJson(), signers.bundle()), signed).toBytes();
    }

    /** A body whose bundle names what {@code listed} never listed. */
    public synchronized byte[] unlisted(FakeRelease listed) {
        var answer = BundleAnswer.parse(answer(FakePortal.DEVICE));
        return new BundleAnswer(
                        answer.bundle(), List.of(Envelope.sign(listed.document().toJson(), keys.release())))
                .toBytes();
    }

    public synchronized long version() {
        return version;
    }

    /** Keeps other bytes under a hash than its own. */
    public void spoil(FakeRelease release, byte[] bytes) {
        contents.put(Sha256.hex(release.content()), bytes);
    }

    Optional<byte[]> content(String sha256) {
        return Optional.ofNullable(contents.get(sha256));
    }
}

package dev.slipway.bootloader.install;

import dev.slipway.bootloader.home.Installed;
import dev.slipway.bootloader.home.Software;
import dev.slipway.bootloader.protocol.trust.BundleCheck.Verified;
import dev.slipway.bootloader.protocol.trust.BundleDocument;
import dev.slipway.bootloader.protocol.trust.EarlierSoftware;
import dev.slipway.bootloader.protocol.trust.InstallStep;
import dev.slipway.bootloader.protocol.trust.ReleaseDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * From what is there to what shall be there. All downloads come first, so that nothing is removed or installed before
 * everything needed has arrived and has the right hash; software that a release replaces goes last, after the new one
 * was checked. The same inputs give the same plan, and a plan that was carried out gives only settings to write back.
 *
 * @param steps in the order in which they are done
 */
public record Plan(List<Step> steps) {
    public Plan {
        steps = List.copyOf(steps);
    }

    /**
     * The plan for a device.
     *
     * @param sessionOver whether releases marked {@code later} may be installed now
     */
    public static Plan of(Software software, Verified bundle, boolean sessionOver) {
        List<InstallStep> wanted = inOrder(bundle.document());
        var steps = new ArrayList<Step>();
        wanted.stream()
                .filter(step -> isNew(software, step) && (sessionOver || !step.later()))
                .forEach(step -> steps.add(new Step.Fetch(step)));
        bundle.document().remove().stream()
                .filter(software.applications()::containsKey)
                .forEach(application -> steps.add(new Step.Remove(application)));
        steps.add(new Step.Configure(Software.POLICIES, bundle.document().policies()));
        wanted.forEach(step -> steps.addAll(bring(software, bundle, step, sessionOver)));
        return new Plan(steps);
    }

    /** What must be fetched before anything else is done. */
    public List<Step.Fetch> fetches() {
        return steps.stream()
                .filter(Step.Fetch.class::isInstance)
                .map(Step.Fetch.class::cast)
                .toList();
    }

    /** What waits until nobody works on the device. */
    public List<InstallStep> deferred() {
        return steps.stream()
                .filter(Step.Defer.class::isInstance)
                .map(step -> ((Step.Defer) step).step())
                .toList();
    }

    private static List<Step> bring(Software software, Verified bundle, InstallStep step, boolean sessionOver) {
        String application = step.release().application();
        var steps = new ArrayList<Step>();
        boolean fresh = isNew(software, step);
        if (fresh && step.later() && !sessionOver) {
            return List.of(new Step.Defer(step));
        }
        steps.add(new Step.Configure(application, step.settings()));
        if (fresh) {
            steps.add(new Step.Install(step));
        }
        List<EarlierSoftware> earlier = replaced(bundle, step);
        boolean cleared =
                !fresh && current(software, step).map(Installed::cleared).orElse(false);
        if (!earlier.isEmpty() && !cleared) {
            steps.add(new Step.Clear(application, earlier));
        }
        return steps;
    }

    private static List<InstallStep> inOrder(BundleDocument document) {
        return document.install().stream()
                .sorted(Comparator.comparingInt(InstallStep::order))
                .toList();
    }

    private static boolean isNew(Software software, InstallStep step) {
        return current(software, step)
                .filter(installed -> installed.version().equals(step.release().version()))
                .filter(installed -> installed.sha256().equals(step.artifact().sha256()))
                .isEmpty();
    }

    private static Optional<Installed> current(Software software, InstallStep step) {
        return Optional.ofNullable(software.applications().get(step.release().application()));
    }

    private static List<EarlierSoftware> replaced(Verified bundle, InstallStep step) {
        return bundle.releases().stream()
                .filter(release -> release.application().equals(step.release().application()))
                .filter(release -> release.version().equals(step.release().version()))
                .map(ReleaseDocument::replaces)
                .findFirst()
                .orElse(List.of());
    }
}

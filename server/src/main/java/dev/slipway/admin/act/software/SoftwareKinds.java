package dev.slipway.admin.act.software;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Kind;
import dev.slipway.admin.act.Kind.Naming;
import dev.slipway.admin.act.Kind.Portrait;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.ApplicationHost;
import dev.slipway.base.fleet.software.DownloadAddress;
import dev.slipway.base.fleet.software.Release;
import java.util.LinkedHashMap;
import java.util.Map;

/** The kinds of record about software. */
public final class SoftwareKinds {
    /** An installable program. */
    public static final Kind<Application, ApplicationForm> APPLICATION = new Kind<>(
            new Naming<>("application", "applications", Application::name),
            Area.SOFTWARE,
            Stores::applications,
            new Portrait<>(ApplicationForm.class, ApplicationForm::of));

    /** One version of it. */
    public static final Kind<Release, ReleaseForm> RELEASE = new Kind<>(
            new Naming<>("release", "releases", Release::version),
            Area.SOFTWARE,
            Stores::releases,
            new Portrait<>(ReleaseForm.class, ReleaseForm::of, SoftwareKinds::facts));

    /** Where a platform gets an application. */
    public static final Kind<DownloadAddress, DownloadAddressForm> DOWNLOAD_ADDRESS = new Kind<>(
            new Naming<>("download-address", "download-addresses", address -> address.id()
                    .toString()),
            Area.SOFTWARE,
            Stores::downloadAddresses,
            new Portrait<>(DownloadAddressForm.class, DownloadAddressForm::of));

    /** A host by its role. */
    public static final Kind<ApplicationHost, ApplicationHostForm> APPLICATION_HOST = new Kind<>(
            new Naming<>("application-host", "application-hosts", ApplicationHost::role),
            Area.LAYOUT,
            Stores::applicationHosts,
            new Portrait<>(ApplicationHostForm.class, ApplicationHostForm::of));

    private SoftwareKinds() {}

    /** That version of an application; refuses {@code fleet.unknown}. */
    public static Release release(Acting acting, Application application, String version) {
        return acting.stores()
                .releases()
                .version(application.id(), version)
                .orElseThrow(() -> new Refusal(
                        "fleet.unknown",
                        "%s has no release %s; list its releases.".formatted(application.name(), version)));
    }

    private static Map<String, Object> facts(Acting acting, Release release) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("state", release.state());
        release.signed().at().ifPresent(at -> facts.put("published", at));
        return facts;
    }
}

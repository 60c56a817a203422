package dev.slipway.admin.act.software;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Form;
import dev.slipway.admin.act.Shape;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.DownloadAddress;
import dev.slipway.base.fleet.software.Release;
import java.net.URI;
import java.util.Optional;

/**
 * Where a platform gets an application: exactly one of {@code url} and {@code release}.
 *
 * @param securityModel name; left out for any
 * @param release its version
 */
record DownloadAddressForm(
        String application,
        String platform,
        Optional<String> securityModel,
        Optional<URI> url,
        Optional<String> release)
        implements Form<DownloadAddress> {
    static DownloadAddressForm of(Acting acting, DownloadAddress address) {
        return new DownloadAddressForm(
                acting.name(SoftwareKinds.APPLICATION, address.application()),
                address.platform(),
                Optional.of(address.securityModel()),
                address.url(),
                address.release().flatMap(acting.stores().releases()::find).map(Release::version));
    }

    @Override
    public String subject() {
        return application + " " + platform;
    }

    @Override
    public DownloadAddress fill(Acting acting, Id<DownloadAddress> id, Optional<DownloadAddress> before) {
        if (url.isPresent() == release.isPresent()) {
            throw new Refusal("download-address.one", "Give either a url or the version of a release of your own.");
        }
        Application found = acting.find(SoftwareKinds.APPLICATION, application);
        return new DownloadAddress(
                id,
                found.id(),
                Shape.WORD.check(platform),
                securityModel
                        .filter(name -> !name.isEmpty())
                        .map(name ->
                                acting.find(PeopleKinds.SECURITY_MODEL, name).name())
                        .orElse(""),
                url.map(DownloadAddressForm::checked),
                release.map(
                        version -> SoftwareKinds.release(acting, found, version).id()));
    }

    private static URI checked(URI url) {
        if (url.getHost() == null || !("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
            throw new Refusal("input.url", "A download address is a whole http or https address; this is none.");
        }
        return url;
    }
}

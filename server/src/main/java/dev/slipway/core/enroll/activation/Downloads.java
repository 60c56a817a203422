package dev.slipway.core.enroll.activation;

import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.DownloadAddress;
import dev.slipway.core.enroll.activation.ActivationDesk.Download;
import dev.slipway.core.enroll.activation.Standing.Guest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a platform gets applications (DESIGN section 5, Software). */
final class Downloads {
    private Downloads() {}

    /**
     * What there is for a platform, by the name of the application; of several addresses of one application that of the
     * account's security model goes before that of any.
     */
    static List<Download> of(Stores stores, Guest guest, String platform) {
        String model = guest.account()
                .map(Account::service)
                .map(Account.Service::securityModel)
                .orElse("");
        Map<String, DownloadAddress> best = stores.downloadAddresses().stream()
                .filter(address ->
                        address.platform().equals(platform) && address.url().isPresent())
                .filter(address -> address.securityModel().isEmpty()
                        || address.securityModel().equalsIgnoreCase(model))
                .flatMap(address -> stores.applications().find(address.application()).map(Application::name).stream()
                        .map(name -> Map.entry(name, address)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Downloads::better, TreeMap::new));
        return best.entrySet().stream()
                .flatMap(entry -> entry.getValue().url().map(url -> new Download(entry.getKey(), url)).stream())
                .toList();
    }

    private static DownloadAddress better(DownloadAddress one, DownloadAddress other) {
        return Stream.of(one, other)
                .max(Comparator.comparing(address -> !address.securityModel().isEmpty()))
                .orElse(one);
    }
}

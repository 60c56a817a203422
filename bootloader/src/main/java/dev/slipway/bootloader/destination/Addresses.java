package dev.slipway.bootloader.destination;

import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.terminal.Terminal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From a place to the addresses worth trying, the best first. Each ends in {@code /}, so that links are below it. */
public final class Addresses {
    private final ServiceRecords records;
    private final Terminal terminal;

    /** Asks the machine's resolver for aliases, then the person. */
    public static Addresses byDns(Terminal terminal) {
        return new Addresses(new DnsServiceRecords(), terminal);
    }

    Addresses(ServiceRecords records, Terminal terminal) {
        this.records = records;
        this.terminal = terminal;
    }

    /** The addresses of {@code destination}'s place, which must be there. */
    public List<URI> of(Destination destination) {
        Place place = destination
                .place()
                .orElseThrow(() -> new Refusal(
                        "destination.missing",
                        "No server is named; give the message, an activation document or an address.",
                        Exit.USAGE));
        if (place instanceof Place.Url url) {
            return List.of(slashed(url.url().toString()));
        }
        if (place instanceof Place.Host host) {
            return of(host);
        }
        return List.of(of((Place.Alias) place, destination.hint()));
    }

    /** Whether {@code host} is this machine, where even a plain connection shows nothing to anybody else. */
    public static boolean loopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.matches("127(\\.[0-9]{1,3}){3}") || name.equals("[::1]");
    }

    private static List<URI> of(Place.Host place) {
        String host =
                place.host().contains(":") && !place.host().startsWith("[") ? "[" + place.host() + "]" : place.host();
        var all = new ArrayList<URI>();
        all.add(URI.create("https://" + host + ":" + place.port() + "/"));
        if (loopback(host)) {
            all.add(URI.create("http://" + host + ":" + place.port() + "/"));
        }
        return List.copyOf(all);
    }

    private URI of(Place.Alias place, Optional<String> hint) {
        String center = place.center()
                .or(() -> records.find(place.domain()).map(target -> "https://" + target))
                .or(() -> ask(place.alias(), hint))
                .orElseThrow(() -> new Refusal(
                        "alias.no-center",
                        "No switching center is known for " + place.alias()
                                + "; set center=ADDRESS in bootloader.properties.",
                        Exit.NOT_FOUND));
        String named = center.contains("://") ? center : "https://" + center;
        String escaped = URLEncoder.encode(place.alias(), StandardCharsets.UTF_8)
                .replace("%40", "@")
                .replace("+", "%2B");
        return slashed(Place.Url.of(slashed(named) + "at/" + escaped).url().toString());
    }

    private Optional<String> ask(String alias, Optional<String> hint) {
        Optional<String> proposed =
                hint.map(address -> URI.create(address).resolve("/").toString());
        String question = "Which server knows the alias " + alias + "?";
        return terminal.ask(question
                        + proposed.map(address -> " [" + address + " with =]").orElse(""))
                .flatMap(answer -> answer.equals("=") ? proposed : Optional.of(answer));
    }

    private static URI slashed(String address) {
        return Place.Url.of(address.endsWith("/") ? address : address + "/").url();
    }
}

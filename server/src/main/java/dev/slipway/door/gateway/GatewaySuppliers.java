package dev.slipway.door.gateway;

import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.core.message.Supplier;
import dev.slipway.core.message.Suppliers;
import dev.slipway.door.gateway.file.FileSupplier;
import dev.slipway.door.gateway.http.Caller;
import dev.slipway.door.gateway.http.HttpSupplier;
import dev.slipway.door.gateway.http.OutboundHosts;
import dev.slipway.door.gateway.smpp.SmppSupplier;
import dev.slipway.door.gateway.smtp.SmtpSupplier;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;

/** Every supplier that this door speaks with. */
public final class GatewaySuppliers {
    private GatewaySuppliers() {}

    /**
     * All of them.
     *
     * @param innerHosts hosts of inner networks that gateways may call; a star for all
     * @param files where the file gateways write
     */
    public static Suppliers all(Set<String> innerHosts, Path files, InstantSource clock) {
        return new Suppliers(() -> made(new OutboundHosts(innerHosts), files, clock));
    }

    private static List<Supplier> made(OutboundHosts hosts, Path files, InstantSource clock) {
        var caller = new Caller(hosts);
        List<Supplier> all = new ArrayList<>(HttpSupplier.all(caller, clock));
        all.addAll(SmtpSupplier.all(new SmtpSupplier.Means(hosts, caller, usualTrust(), clock)));
        all.add(new SmppSupplier(new SmppSupplier.Means(hosts, usualTrust(), clock)));
        for (Channel channel : Channel.values()) {
            all.add(new FileSupplier(channel, files));
        }
        return all;
    }

    /** The authorities that Java trusts. */
    private static SSLSocketFactory usualTrust() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }
}

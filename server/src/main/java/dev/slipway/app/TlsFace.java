package dev.slipway.app;

import dev.slipway.base.fleet.Tenant;
import dev.slipway.bootloader.protocol.trust.Envelope;
import dev.slipway.core.bundle.Trust;
import dev.slipway.door.portal.ServerFace;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

/**
 * What this server shows of itself: the roots, and the statement that binds its TLS key to them, signed anew with
 * each key.
 *
 * @param statement the newest one
 * @param httpsPort where devices log on when a tenant's public address is without TLS
 */
record TlsFace(Trust trust, Supplier<Envelope> statement, int httpsPort) implements ServerFace {
    @Override
    public List<Envelope> roots() {
        return trust.roots();
    }

    @Override
    public Envelope tls() {
        return statement.get();
    }

    @Override
    public String fingerprint() {
        return trust.fingerprint().toString();
    }

    @Override
    public URI tlsUrl(Tenant tenant) {
        URI url = tenant.publicUrl();
        return "https".equals(url.getScheme()) ? url : URI.create("https://" + url.getHost() + ":" + httpsPort);
    }
}

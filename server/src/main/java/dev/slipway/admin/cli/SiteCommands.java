package dev.slipway.admin.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;

/** The download site and the packages for older systems, as files. */
final class SiteCommands {
    private final Maintenance maintenance;

    SiteCommands(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    void addTo(CommandSpec root) {
        CommandSpec site = Commands.group("site", "The download site.");
        CommandSpec export =
                Commands.add(site, "export", "Write it as files; links work below any path.", this::export);
        export.addPositional(Commands.positional(0, "DIR", "Where to write it."));
        export.addOption(Commands.option("--address", "URL", "Where it will be shown, for its QR code."));
        root.addSubcommand("site", site);
        String about = "Write the Bootloader for an older system, one zip per platform.";
        Commands.add(root, "migration-package", about, this::migrate)
                .addPositional(Commands.positional(0, "DIR", "Where to write them."));
    }

    private int export(Session session) {
        Maintenance.Face face = face(session);
        return written(
                session,
                () -> maintenance.site(
                        face,
                        Path.of(session.positional(0)),
                        session.option("--address").map(URI::create)));
    }

    private int migrate(Session session) {
        Maintenance.Face face = face(session);
        return written(session, () -> maintenance.migrationPackages(face, Path.of(session.positional(0))));
    }

    private static int written(Session session, Supplier<List<Path>> work) {
        MaintenanceCommands.refusing(work).forEach(file -> session.say(file.toString()));
        return Exit.OK;
    }

    private static Maintenance.Face face(Session session) {
        JsonNode tenant = TenantCommands.meant(session, Optional.empty());
        String key = session.rest().get(Rest.path("server")).path("fingerprint").asString("");
        URI publicUrl = URI.create(tenant.path("public_url").asString(""));
        if (!"https".equals(publicUrl.getScheme())) {
            throw new Failed(
                    Exit.INVALID,
                    "site.needs-https",
                    "Devices log on over https only: change the tenant's public_url, now " + publicUrl + ".");
        }
        return new Maintenance.Face(publicUrl, tenant.path("alias").asString(""), key);
    }
}

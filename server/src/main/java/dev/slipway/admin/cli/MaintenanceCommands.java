package dev.slipway.admin.cli;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;

/** Backup, restore and the doctor: on this machine, also when no server answers. */
final class MaintenanceCommands {
    private final Maintenance maintenance;

    MaintenanceCommands(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    void addTo(CommandSpec root) {
        file(
                root,
                "backup",
                "Write everything to a file.",
                session -> summary(
                        session,
                        () -> maintenance.backup(installation(session), file(session), passphrase(session)),
                        "saved"));
        file(
                root,
                "restore",
                "Bring a backup into an empty data directory.",
                session -> summary(
                        session,
                        () -> maintenance.restore(installation(session), file(session), passphrase(session)),
                        "restored and verified"));
        configured(Commands.add(root, "doctor", "Look whether all is well.", this::doctor));
        addSite(root);
    }

    private static void file(CommandSpec root, String name, String about, Commands.Action action) {
        CommandSpec spec = Commands.add(root, name, about, action);
        spec.addPositional(Commands.positional(0, "FILE", "The backup."));
        spec.addOption(Commands.flag(
                "--passphrase-stdin", "With the key of the secrets, under the first line of standard input."));
        configured(spec);
    }

    private static void configured(CommandSpec spec) {
        spec.addOption(Commands.option("--config", "FILE", "Configuration of the server, as for serve."));
        spec.addOption(Commands.several("--set", "KEY=VALUE", "Beats the file, as for serve. Several times."));
    }

    private static Maintenance.Installation installation(Session session) {
        Map<String, String> set = new LinkedHashMap<>();
        for (String pair : session.options("--set")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new Failed(Exit.USAGE, "cli.usage", "--set takes KEY=VALUE, not " + pair + ".");
            }
            set.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return new Maintenance.Installation(
                session.data(), session.option("--config").map(Path::of), set);
    }

    private static Path file(Session session) {
        return Path.of(session.positional(0));
    }

    private static Optional<Secret> passphrase(Session session) {
        return session.flag("--passphrase-stdin") ? Optional.of(new Secret(session.line())) : Optional.empty();
    }

    private static int summary(Session session, Supplier<Maintenance.Summary> work, String done) {
        Maintenance.Summary summary = refusing(work);
        session.say("%d rows and %d artifacts %s".formatted(summary.rows(), summary.artifacts(), done));
        return Exit.OK;
    }

    private int doctor(Session session) {
        List<Maintenance.Finding> findings = refusing(() -> maintenance.examine(installation(session)));
        List<JsonNode> rows = findings.stream()
                .<JsonNode>map(finding -> Rest.JSON
                        .createObjectNode()
                        .put("state", finding.good() ? "ok" : "BAD")
                        .put("subject", finding.subject())
                        .put("detail", finding.detail()))
                .toList();
        session.printer().list(rows, List.of("state", "subject", "detail"));
        return findings.stream().allMatch(Maintenance.Finding::good) ? Exit.OK : Exit.INVALID;
    }

    static <T> T refusing(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            throw new Failed(exit(refusal.code()), refusal.code(), refusal.sentence());
        }
    }

    /** As DESIGN section 7 has them: what is taken, who is not there, else what is wrong. */
    private static int exit(String code) {
        return switch (code) {
            case "data.in-use", "restore.not-empty", "restore.key-there", "backup.exists", "cli.file-exists" ->
                Exit.CONFLICT;
            case "data.missing", "restore.missing", "wap.no-file" -> Exit.NOT_FOUND;
            case "data.not-readable", "data.not-writable" -> Exit.NOT_ALLOWED;
            case "data.unreachable" -> Exit.UNREACHABLE;
            case "config.unknown-key", "config.value-invalid", "wap.argument" -> Exit.USAGE;
            default -> Exit.INVALID;
        };
    }

    /** The download site and the packages for older systems, as files. */
    private void addSite(CommandSpec root) {
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
        refusing(work).forEach(file -> session.say(file.toString()));
        return Exit.OK;
    }

    private static Maintenance.Face face(Session session) {
        JsonNode tenant = HouseCommands.meant(session, Optional.empty());
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

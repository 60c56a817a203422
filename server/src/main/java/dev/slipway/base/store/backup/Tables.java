package dev.slipway.base.store.backup;

import dev.slipway.base.store.sql.Sql;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The tables of a backup, each after those it refers to. */
final class Tables {
    /**
     * Not kept: changes already applied, whose serials belong to one database server; documents, which are made again
     * with a version above any that a device has seen since the backup; what was decided about requests, which
     * another server decides anew; and SIP servers, whose roles belong to one database server, with their hashes.
     */
    static final Set<String> LEFT_OUT =
            Set.of("change_log", "device_document", "request_log", "sip_server", "sip_credential", "webhook_call");

    static final List<String> ALL = List.of(
            "tenant",
            "tenant_host",
            "signing_key",
            "trust_root",
            "user",
            "group",
            "group_user",
            "security_model",
            "account",
            "administrator",
            "administrator_group",
            "api_token",
            "device_type",
            "device",
            "device_identifier",
            "device_token",
            "group_device",
            "device_account",
            "device_address",
            "subscription",
            "device_seen",
            "device_event",
            "application",
            "release",
            "artifact",
            "release_artifact",
            "download_address",
            "application_host",
            "profile",
            "setting",
            "assignment",
            "import",
            "import_device",
            "activation",
            "delivery",
            "journal",
            "kept_answer",
            "message_gateway",
            "message_template",
            "message",
            "webhook");

    private Tables() {}

    static List<String> columns(Handle handle, String table) {
        return new Sql(handle, """
                        select column_name from information_schema.columns
                        where table_schema = current_schema() and table_name = :table order by ordinal_position
                        """).bind("table", table).list(row -> row.text("column_name"));
    }

    static String copyOut(String table, List<String> columns) {
        String values = columns.stream().map(Tables::quoted).collect(Collectors.joining(", "));
        return "copy (select " + values + " from " + quoted(table) + ") to stdout (format csv)";
    }

    static String copyIn(Manifest.Table table) {
        String columns = table.columns().stream().map(Tables::quoted).collect(Collectors.joining(", "));
        return "copy " + quoted(table.name()) + " (" + columns + ") from stdin (format csv)";
    }

    static int schema(Handle handle) {
        return new Sql(handle, "select max(cast(version as int)) as step from schema_step where success")
                .first(row -> row.small("step"))
                .orElseThrow();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}

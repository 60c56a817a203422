package dev.slipway.base.store.backup;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a backup file holds.
 *
 * @param schema the last schema step of the database it was made of
 * @param artifacts SHA-256 of each artifact, which is also its name in the file
 */
public record Manifest(int schema, List<Table> tables, List<String> artifacts) {
    /** Its place in the file. */
    static final String ENTRY = "manifest.json";

    private static final JsonMapper JSON = JsonMapper.shared();

    public Manifest {
        tables = List.copyOf(tables);
        artifacts = List.copyOf(artifacts);
    }

    /**
     * One table.
     *
     * @param columns in the order of the CSV
     * @param sha256 of the CSV
     */
    public record Table(String name, List<String> columns, long rows, String sha256) {
        public Table {
            columns = List.copyOf(columns);
        }

        /** Its place in the file. */
        String entry() {
            return "tables/" + name + ".csv";
        }
    }

    byte[] json() {
        ObjectNode root = JSON.createObjectNode().put("schema", schema);
        var list = root.putArray("tables");
        for (Table table : tables) {
            ObjectNode node = list.addObject()
                    .put("name", table.name)
                    .put("rows", table.rows)
                    .put("sha256", table.sha256);
            var columns = node.putArray("columns");
            table.columns.forEach(columns::add);
        }
        var files = root.putArray("artifacts");
        artifacts.forEach(files::add);
        return JSON.writeValueAsBytes(root);
    }

    static Manifest parse(byte[] json) {
        JsonNode root = JSON.readTree(json);
        List<Table> tables = new ArrayList<>();
        for (JsonNode node : root.required("tables")) {
            tables.add(new Table(
                    node.required("name").asString(),
                    texts(node.required("columns")),
                    node.required("rows").asLong(),
                    node.required("sha256").asString()));
        }
        return new Manifest(root.required("schema").asInt(), tables, texts(root.required("artifacts")));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}

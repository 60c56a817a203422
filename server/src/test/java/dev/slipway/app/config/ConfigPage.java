package dev.slipway.app.config;

/** Writes the reference page of the configuration. */
final class ConfigPage {
    private static final String INTRODUCTION = """
            # Configuration
            Generated from `ConfigKeys`; do not edit.

            What `slipway serve` is told, and, below `relay`, `slipway relay`. Later beats earlier: the default, the
            YAML file of `--config`, an environment variable, `--set KEY=VALUE`. A key that is not on this page stops
            the start; the nearest one is proposed.

            In the file a dot is a level: `portal.http_port` is

            ```yaml
            portal:
              http_port: 3605
            ```

            Give `backup`, `restore` and `doctor` the same configuration as the server.

            | key | variable | value | default | purpose |
            |---|---|---|---|---|
            """;

    private ConfigPage() {}

    static String text() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        ConfigKeys.ALL.forEach(key -> page.append(row(key)));
        return page.toString();
    }

    private static String row(ConfigKey key) {
        String secret = key.type() instanceof ConfigType.Text text && text.secret() ? "; shown as stars" : "";
        String fallback = key.fallback().isEmpty() ? "none" : "`" + key.fallback() + "`";
        return "| `%s` | `%s` | %s%s | %s | %s |\n"
                .formatted(key.name(), key.variable(), key.type().words(), secret, fallback, key.purpose());
    }
}

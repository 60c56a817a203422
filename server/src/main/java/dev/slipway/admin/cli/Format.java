package dev.slipway.admin.cli;

/** How data is printed. */
enum Format {
    TABLE,
    JSON,
    YAML,
    CSV
}

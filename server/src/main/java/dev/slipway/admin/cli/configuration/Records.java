package dev.slipway.admin.cli.configuration;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The records of a tenant on a server; {@code words} is the plural that the API has in its paths. */
public interface Records {
    /** All of one kind. */
    List<ObjectNode> all(String words);

    /** Makes one. */
    void create(String words, ObjectNode record);

    /** Changes the one of that id (JSON merge patch, RFC 7396). */
    void change(String words, String id, ObjectNode patch);

    /** Removes the one of that id. */
    void remove(String words, String id);
}

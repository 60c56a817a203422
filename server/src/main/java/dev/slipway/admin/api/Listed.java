package dev.slipway.admin.api;

import dev.slipway.base.fleet.Page;
import dev.slipway.base.fleet.Refusal;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists as all of them are answered: {@code items}, and {@code next} when there may be more. */
final class Listed {
    private Listed() {}

    /** One page, as the store gave it. */
    static ObjectNode page(List<ObjectNode> views, Page page) {
        ObjectNode list = Json.object();
        ArrayNode items = list.putArray("items").addAll(views);
        if (items.size() == page.size()) {
            list.put("next", id(views.getLast()));
        }
        return list;
    }

    /**
     * One page of a list that is at hand as a whole, in an order of its own. Refuses {@code request.page} when the last
     * one of the page before is gone.
     */
    static ObjectNode of(List<ObjectNode> views, Page page) {
        List<ObjectNode> rest = views;
        if (page.after() > 0) {
            String after = page.cursor();
            int before = views.stream().map(Listed::id).toList().indexOf(after);
            if (before < 0) {
                throw new Refusal("request.page", "What the page before ended with is gone: begin again.");
            }
            rest = views.subList(before + 1, views.size());
        }
        return page(rest.subList(0, Math.min(page.size(), rest.size())), page);
    }

    private static String id(ObjectNode view) {
        return view.path("id").asString("");
    }
}

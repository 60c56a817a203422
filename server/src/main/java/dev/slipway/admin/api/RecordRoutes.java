package dev.slipway.admin.api;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Change;
import dev.slipway.admin.act.Create;
import dev.slipway.admin.act.Form;
import dev.slipway.admin.act.Kind;
import dev.slipway.admin.act.Remove;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.Page;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The five operations that every kind of record has: list, create, show, change, remove.
 *
 * @param <T> the record
 * @param <F> its form
 */
record RecordRoutes<T extends Identified<T>, F extends Form<T>>(Kind<T, F> kind) {
    static final String ROOT = "/api/v1/";

    /** {@code /api/v1/users}. */
    String all() {
        return ROOT + kind.naming().words();
    }

    /** {@code /api/v1/users/{user}}: by name or id. */
    String one() {
        return all() + "/{" + parameter() + "}";
    }

    /** The name of the record's place in paths. */
    String parameter() {
        return kind.naming().word().replace('-', '_');
    }

    List<Route> routes() {
        return List.of(list(), create(), show(), change(), remove());
    }

    Route list() {
        return Route.get(
                all(),
                call -> call.see(kind.area(), acting -> page(acting, kind.list(acting, call.page()), call.page())));
    }

    Route create() {
        return Route.post(
                all(),
                call -> call.run(
                        new Create<>(kind, call.form(kind.portrait().form())),
                        (acting, made) -> Reply.created(view(acting, made))));
    }

    Route show() {
        return Route.get(
                one(),
                call -> call.see(kind.area(), acting -> view(acting, acting.find(kind, call.path(parameter())))));
    }

    Route change() {
        return Route.patch(one(), call -> {
            ObjectNode patch = call.json();
            return call.change(
                    acting -> locked(acting, call),
                    change(call, patch),
                    (acting, changed) -> Reply.ok(view(acting, changed)));
        });
    }

    /** The change that a patch of the record in the path asks for. */
    Change<T, F> change(Call call, ObjectNode patch) {
        return new Change<>(kind, call.path(parameter()), form -> edited(form, patch));
    }

    Route remove() {
        return Route.delete(
                one(),
                call -> call.change(
                        acting -> locked(acting, call),
                        new Remove<>(kind, call.path(parameter())),
                        (acting, gone) -> Reply.done()));
    }

    private JsonNode locked(Acting acting, Call call) {
        return view(acting, acting.locked(kind, call.path(parameter())));
    }

    /** Id, form and facts in one object, in an order that no chance decides: its hash is the version. */
    ObjectNode view(Acting acting, T record) {
        ObjectNode view = Json.object().put("id", record.id().toString());
        view.setAll((ObjectNode) Json.tree(kind.portrait().show().apply(acting, record)));
        new TreeMap<>(kind.portrait().facts().apply(acting, record))
                .forEach((name, value) -> view.set(name, Json.tree(value)));
        return view;
    }

    /** One page of records that are at hand as a whole, in an order of their own. */
    ObjectNode listed(Acting acting, List<T> records, Page page) {
        return Listed.of(views(acting, records), page);
    }

    /** One page of records, as a store gave it. */
    ObjectNode page(Acting acting, List<T> records, Page page) {
        return Listed.page(views(acting, records), page);
    }

    private List<ObjectNode> views(Acting acting, List<T> records) {
        return records.stream().map(record -> view(acting, record)).toList();
    }

    private F edited(F form, ObjectNode patch) {
        return Json.read(
                Json.merged((ObjectNode) Json.tree(form), patch),
                kind.portrait().form());
    }
}

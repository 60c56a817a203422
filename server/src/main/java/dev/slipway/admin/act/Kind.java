package dev.slipway.admin.act;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.Named;
import dev.slipway.base.fleet.Page;
import dev.slipway.base.fleet.Records;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.ledger.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * A kind of record that administrators keep, described once for every act, route and command on it.
 *
 * @param store where its records are
 * @param within whether a record lies within a caller's reach
 * @param <T> the record
 * @param <F> its form
 */
public record Kind<T extends Identified<T>, F extends Form<T>>(
        Naming<T> naming,
        Area area,
        Function<Stores, ? extends Records<T>> store,
        BiPredicate<Reach, T> within,
        Portrait<T, F> portrait) {

    /**
     * What it is called.
     *
     * @param word for one, such as {@code device-type}
     * @param words for many, as in paths
     * @param title what people call one record
     */
    public record Naming<T>(String word, String words, Function<T, String> title) {}

    /**
     * How a record is shown.
     *
     * @param form the class of its form
     * @param show the form that would make the same record, without secrets
     * @param facts what is shown besides and no form can change
     */
    public record Portrait<T, F>(
            Class<F> form, BiFunction<Acting, T, F> show, BiFunction<Acting, T, Map<String, Object>> facts) {
        /** One without facts besides. */
        public Portrait(Class<F> form, BiFunction<Acting, T, F> show) {
            this(form, show, (acting, record) -> Map.of());
        }
    }

    /** A kind that no group bounds. */
    public Kind(Naming<T> naming, Area area, Function<Stores, ? extends Records<T>> store, Portrait<T, F> portrait) {
        this(naming, area, store, (reach, record) -> true, portrait);
    }

    /**
     * The record named by {@code text}: by id, by name, else by what people call it. Refuses {@code fleet.ambiguous}
     * when they call several so.
     */
    public Optional<T> find(Stores stores, String text) {
        Records<T> records = store.apply(stores);
        return Id.<T>parse(text).flatMap(records::find).or(() -> byName(records, text));
    }

    /** The records of one page that are within reach; more pages are read until it is full or there are no more. */
    public List<T> list(Acting acting, Page page) {
        Records<T> records = store.apply(acting.stores());
        var found = new ArrayList<T>();
        long after = page.after();
        List<T> read;
        do {
            read = records.list(new Page(after, page.size()));
            read.stream().filter(record -> within.test(acting.reach(), record)).forEach(found::add);
            after = read.isEmpty() ? after : read.getLast().id().value();
        } while (read.size() == page.size() && found.size() < page.size());
        return List.copyOf(found.subList(0, Math.min(found.size(), page.size())));
    }

    private Optional<T> byName(Records<T> records, String text) {
        return records instanceof Named<T> named ? named.named(text) : byTitle(records, text);
    }

    /** Kinds without a name of their own are few, or rarely asked for so: page by page is good enough. */
    private Optional<T> byTitle(Records<T> records, String text) {
        List<T> found = records.stream()
                .filter(record -> naming.title().apply(record).equalsIgnoreCase(text))
                .toList();
        if (found.size() > 1) {
            throw new Refusal(
                    "fleet.ambiguous",
                    "There are %d %s called %s: name one by its id.".formatted(found.size(), naming.words(), text));
        }
        return found.stream().findFirst();
    }
}

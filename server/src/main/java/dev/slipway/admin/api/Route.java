package dev.slipway.admin.api;

import io.vertx.core.http.HttpMethod;

/**
 * One operation of the API.
 *
 * @param path as in OpenAPI, such as {@code /api/v1/users/{user}}
 * @param work what it does; runs off the event loop
 * @param installation whether it concerns the whole installation, so that no tenant has to be named
 */
record Route(HttpMethod method, String path, Input input, Work work, boolean installation) {
    /** One that concerns a tenant. */
    Route(HttpMethod method, String path, Input input, Work work) {
        this(method, path, input, work, false);
    }

    /** What the request brings along. */
    enum Input {
        NOTHING,
        JSON,
        /** Bytes without end, read by the work itself. */
        BYTES
    }

    /** What an operation does; whatever it refuses becomes a problem. */
    @FunctionalInterface
    interface Work {
        Reply on(Call call);
    }

    static Route get(String path, Work work) {
        return new Route(HttpMethod.GET, path, Input.NOTHING, work);
    }

    static Route post(String path, Work work) {
        return new Route(HttpMethod.POST, path, Input.JSON, work);
    }

    static Route put(String path, Work work) {
        return new Route(HttpMethod.PUT, path, Input.JSON, work);
    }

    static Route patch(String path, Work work) {
        return new Route(HttpMethod.PATCH, path, Input.JSON, work);
    }

    static Route delete(String path, Work work) {
        return new Route(HttpMethod.DELETE, path, Input.NOTHING, work);
    }

    /** This one, concerning the whole installation. */
    Route ofInstallation() {
        return new Route(method, path, input, work, true);
    }

    /** This one, whose result has no version that a request could name in If-Match. */
    Route withoutVersion() {
        Work checked = call -> {
            call.requireNoVersion();
            return work.on(call);
        };
        return new Route(method, path, input, method.equals(HttpMethod.GET) ? work : checked, installation);
    }

    /** The path as the router of Vert.x writes it. */
    String pattern() {
        return path.replaceAll("\\{(\\w+)}", ":$1");
    }
}

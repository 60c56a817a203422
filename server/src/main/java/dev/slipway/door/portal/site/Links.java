package dev.slipway.door.portal.site;

/**
 * Where things are, seen from a page; always relative, so that a site works below any path.
 *
 * @param overview to the first page
 * @param below from here to everything else
 * @param ending of a page
 */
record Links(String overview, String below, String ending) {
    static final Links FROM_GET = new Links("get", "get/", "");
    static final Links FROM_BELOW_GET = new Links("../get", "", "");
    static final Links STATIC = new Links("index.html", "", ".html");

    String page(String name) {
        return below + name + ending;
    }

    String style() {
        return below + "style.css";
    }

    String file(SitePackage made) {
        return below + "files/" + made.name();
    }
}

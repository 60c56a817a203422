package dev.slipway.base.wire.html;

import static dev.slipway.base.wire.html.Tag.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
    @Test
    void text_and_attributes_are_escaped() {
        assertThat(tag("p").with("title", "\"a' <b>").of("<script>&"))
                .hasToString("<p title=\"&quot;a&#39; &lt;b&gt;\">&lt;script&gt;&amp;</p>");
    }

    @Property
    void no_text_opens_an_element_or_ends_an_attribute(@ForAll String text) {
        String markup = tag("p").with("title", text).of(text).toString();
        assertThat(markup.chars().filter(c -> c == '<').count()).isEqualTo(2);
        assertThat(markup.chars().filter(c -> c == '"').count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", " JavaScript:x", "data:text/html,x", "\u0001vbscript:x:", "java\nscript:x"
            })
    void an_address_that_runs_something_is_refused(String address) {
        assertThatThrownBy(() -> tag("a").with("href", address)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example/b?c=d", "http://a", "get/linux", "../x", "/x", "#top", "x?y=a:b"})
    void an_address_that_leads_somewhere_is_taken(String address) {
        assertThat(tag("a").with("href", address).of("x").toString()).startsWith("<a href=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"onclick", "style", "a b", ""})
    void an_attribute_that_is_more_than_text_is_refused(String name) {
        assertThatThrownBy(() -> tag("a").with(name, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "style", "a b", ""})
    void an_element_that_holds_more_than_text_is_refused(String name) {
        assertThatThrownBy(() -> tag(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_page_begins_with_its_type() {
        assertThat(Html.page(
                        tag("html").with("lang", "en"),
                        tag("head").of(),
                        tag("body").of("x")))
                .isEqualTo("<!doctype html>\n<html lang=\"en\"><head></head><body>x</body></html>\n");
    }
}

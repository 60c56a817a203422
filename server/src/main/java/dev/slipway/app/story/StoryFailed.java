package dev.slipway.app.story;

/** A step of the story did not come out as it must. */
final class StoryFailed extends RuntimeException {
    StoryFailed(String what) {
        super(what);
    }

    StoryFailed(String what, Throwable cause) {
        super(what, cause);
    }
}

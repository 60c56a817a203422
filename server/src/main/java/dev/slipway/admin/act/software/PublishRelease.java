package dev.slipway.admin.act.software;

import dev.slipway.admin.act.Acts;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Caller;
import dev.slipway.admin.act.Shape;
import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.core.bundle.Publication;
import dev.slipway.core.bundle.Publication.Introduction;
import dev.slipway.core.bundle.Publishing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Publishes and withdraws releases; signing and the transaction are {@link Publishing}'s. */
public final class PublishRelease {
    private static final String MEDIA_TYPE_USUAL = "application/octet-stream";

    private final Acts acts;
    private final Publishing publishing;

    /** Lets callers of {@code acts} publish. */
    public PublishRelease(Acts acts, Publishing publishing) {
        this.acts = acts;
        this.publishing = publishing;
    }

    /**
     * A release to publish.
     *
     * @param replaces JSON list of earlier client software; left out for none
     * @param title of an application that is new with this release; its name when left out
     * @param draft true for one whose signature comes later, from where the release key is
     */
    public record PublicationForm(
            String application,
            String version,
            List<ArtifactForm> artifacts,
            Optional<String> replaces,
            Optional<String> title,
            Optional<Boolean> draft) {}

    /**
     * An artifact that was uploaded before.
     *
     * @param target such as {@code linux-x86_64} or {@code any}
     * @param kind {@code files}, {@code exec} or {@code deb}
     */
    public record ArtifactForm(
            String target, String kind, String sha256, String fileName, Optional<String> mediaType) {}

    /** Publishes, or keeps a draft; refuses what {@link Publishing#publish} refuses. */
    public Release publish(Caller caller, PublicationForm form) {
        acts.allow(caller, Area.SOFTWARE);
        if (form.draft().orElse(false)) {
            return publishing
                    .draft(caller.tenant(), caller.actor(), publication(form))
                    .release();
        }
        return publishing.publish(caller.tenant(), caller.actor(), publication(form));
    }

    /**
     * Takes a release back.
     *
     * @param release its id
     */
    public Release withdraw(Caller caller, String release) {
        acts.allow(caller, Area.SOFTWARE);
        return publishing.withdraw(caller.tenant(), caller.actor(), find(caller, release));
    }

    /** The document of a release as {@link Publishing#document} gives it. */
    public Bytes document(Caller caller, String release) {
        return publishing.document(caller.tenant(), find(caller, release));
    }

    /** Publishes a draft with a signature made elsewhere; refuses as {@link Publishing#publishSigned}. */
    public Release publishSigned(Caller caller, String release, byte[] signed) {
        acts.allow(caller, Area.SOFTWARE);
        return publishing.publishSigned(caller.tenant(), caller.actor(), find(caller, release), signed);
    }

    /** Removes a draft; refuses as {@link Publishing#discard}. */
    public void discard(Caller caller, String release) {
        acts.allow(caller, Area.SOFTWARE);
        publishing.discard(caller.tenant(), caller.actor(), find(caller, release));
    }

    private Id<Release> find(Caller caller, String release) {
        return acts.see(caller, Area.SOFTWARE, acting -> acting.find(SoftwareKinds.RELEASE, release))
                .id();
    }

    private static Publication publication(PublicationForm form) {
        Map<String, Publication.Upload> uploads = new LinkedHashMap<>();
        for (ArtifactForm artifact : form.artifacts()) {
            var upload = new Publication.Upload(
                    artifact.sha256(),
                    artifact.kind(),
                    artifact.mediaType().orElse(MEDIA_TYPE_USUAL),
                    Shape.NAME.check(artifact.fileName()));
            if (uploads.put(Shape.WORD.check(artifact.target()), upload) != null) {
                throw new Refusal("release.target-twice", "The target " + artifact.target() + " stands twice.");
            }
        }
        return new Publication(
                Shape.SLUG.check(form.application()),
                Shape.VERSION.check(form.version()),
                uploads,
                form.replaces().orElse("[]"),
                Introduction.usual(form.title().orElse(form.application())));
    }
}
